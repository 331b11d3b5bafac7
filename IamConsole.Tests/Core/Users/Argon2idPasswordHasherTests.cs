using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Tests.Core.Users;

public sealed class Argon2idPasswordHasherTests
{
    private static readonly IamUser User = CreateUser.New("111122223333", "maria", "/", DateTimeOffset.UnixEpoch);
    private static readonly Argon2idPasswordHasher Cheap = new(new Argon2Cost(MemoryKiB: 64, Passes: 1));

    [Fact]
    public void The_product_hashes_with_19_MiB_and_two_passes()
    {
        var hash = new Argon2idPasswordHasher(Argon2Cost.Default).HashPassword(User, "correct horse");
        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", hash, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_right_password_verifies()
    {
        var hash = Cheap.HashPassword(User, "correct horse");
        Assert.Equal(PasswordVerificationResult.Success, Cheap.VerifyHashedPassword(User, hash, "correct horse"));
        Assert.Equal(PasswordVerificationResult.Failed, Cheap.VerifyHashedPassword(User, hash, "Correct horse"));
        Assert.Equal(PasswordVerificationResult.Failed, Cheap.VerifyHashedPassword(User, hash, hash));
        Assert.NotEqual(hash, Cheap.HashPassword(User, "correct horse"));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(73)]
    [InlineData(255)]
    public void Long_passwords_that_differ_at_the_end_are_told_apart(int length)
    {
        var stem = new string('x', length - 1);
        var hash = Cheap.HashPassword(User, stem + "a");
        Assert.Equal(PasswordVerificationResult.Success, Cheap.VerifyHashedPassword(User, hash, stem + "a"));
        Assert.Equal(PasswordVerificationResult.Failed, Cheap.VerifyHashedPassword(User, hash, stem + "b"));
    }

    [Fact]
    public void Identitys_own_format_verifies_and_is_renewed()
    {
        var hash = new PasswordHasher<IamUser>().HashPassword(User, "correct horse");
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, Cheap.VerifyHashedPassword(User, hash, "correct horse"));
        Assert.Equal(PasswordVerificationResult.Failed, Cheap.VerifyHashedPassword(User, hash, "wrong"));
    }

    [Fact]
    public void A_hash_of_another_cost_is_renewed()
    {
        var hash = new Argon2idPasswordHasher(new Argon2Cost(MemoryKiB: 128, Passes: 1)).HashPassword(User, "correct horse");
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, Cheap.VerifyHashedPassword(User, hash, "correct horse"));
    }

    [Theory]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$AAAA")]
    [InlineData("$argon2id$v=19$m=64$$")]
    [InlineData("$argon2id$v=19$m=999999999,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$")]
    public void A_damaged_hash_fails_and_does_not_throw(string stored) =>
        Assert.Equal(PasswordVerificationResult.Failed, Cheap.VerifyHashedPassword(User, stored, "correct horse"));
}
