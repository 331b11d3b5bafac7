using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Tests.Core.Users;

/// <summary>One password, whichever keyboard it was typed on. The same on the published program: <c>NormalizedPasswordTests</c>.</summary>
public sealed class PasswordTextTests
{
    private const string Composed = "Caf\u00E9 im \u00C5ngstr\u00F6m";
    private const string Decomposed = "Cafe\u0301 im A\u030Angstro\u0308m";

    [Theory]
    [InlineData("plain ASCII", "plain ASCII")]
    [InlineData(Decomposed, Composed)]
    [InlineData("\u212B", "\u00C5")] // The Angstrom sign is that letter.
    [InlineData("\u1100\u1161\u11A8", "\uAC01")] // Hangul.
    [InlineData("a\u0328\u0301", "\u0105\u0301")]
    [InlineData("a\u0301\u0328", "\u0105\u0301")] // Marks in either order.
    [InlineData("\u0958", "\u0915\u093C")] // Excluded from composition: it grows.
    [InlineData("\uFF29", "\uFF29")] // No compatibility form.
    [InlineData("\uD83D\uDD11", "\uD83D\uDD11")]
    public void Normal_form_C(string typed, string normal) => Assert.Equal(normal, PasswordText.Normalize(typed));

    [Fact]
    public void Half_a_character_stays_as_it_is()
    {
        // Not as theory data: half a character does not survive the way there.
        Assert.Equal("e\u0301\uD83D", PasswordText.Normalize("e\u0301\uD83D"));
        Assert.Equal("\uDD11e\u0301", PasswordText.Normalize("\uDD11e\u0301"));
    }

    [Fact]
    public void The_framework_does_not_do_it_here() => Assert.NotEqual(Composed, Decomposed.Normalize());

    [Fact]
    public async Task Either_form_opens_what_the_other_closed()
    {
        using var hashing = new PasswordHashing(new Argon2idPasswordHasher(new Argon2Cost(8, 1)));
        foreach (var (set, typed) in new[] { (Composed, Decomposed), (Decomposed, Composed), (Decomposed, Decomposed) })
        {
            var hash = await hashing.HashAsync(set, HashAsker.Operator, TestContext.Current.CancellationToken);
            Assert.Equal(PasswordVerificationResult.Success, await hashing.VerifyAsync(hash, typed, HashAsker.Operator, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_hash_from_before_still_opens_and_is_renewed()
    {
        var hasher = new Argon2idPasswordHasher(new Argon2Cost(8, 1));
        using var hashing = new PasswordHashing(hasher);
        var old = hasher.HashPassword(null!, Decomposed);

        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, await hashing.VerifyAsync(old, Decomposed, HashAsker.Operator, TestContext.Current.CancellationToken));
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(old, Decomposed + "!", HashAsker.Operator, TestContext.Current.CancellationToken));
    }
}
