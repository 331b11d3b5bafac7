using IamConsole.Core.Accounts;
using IamConsole.Core.Users;

namespace IamConsole.Tests.Core.Users;

/// <summary>Passwords that are none: blanks, one character, and what is known of user, account and product.</summary>
public sealed class GuessablePasswordTests
{
    private static readonly Account Lumen = new()
    {
        Id = "435637807210",
        Alias = "lumen-labs",
        Partition = Partition.Aws,
        Name = "L\u00FCmen Labs",
        Country = "DE",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    [Theory]
    [InlineData("        ")]
    [InlineData("\t\t\t\t\t\t\t\t")]
    [InlineData("\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000")]
    [InlineData("\u200B\u200D\u00AD\u2800\u3164\u200B\u200B\u200B \u00A0")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("aAaAaAaA")]
    [InlineData("a a a a a a")]
    [InlineData("\u00E9e\u0301\u00E9e\u0301\u00E9e\u0301\u00E9e\u0301")]
    [InlineData("................")]
    public void Blanks_and_one_character_over_and_over(string password) => Assert.NotNull(Check(password));

    [Theory]
    [InlineData("maria.sousa")]
    [InlineData("MariaSousa")]
    [InlineData("Maria Sousa 2026!")]
    [InlineData("1maria_sousa1")]
    [InlineData("maria.sousamaria.sousa")]
    [InlineData("asuos.airam")]
    [InlineData("sousa.maria@example.com")]
    [InlineData("sousa.maria1")]
    [InlineData("lumen-labs")]
    [InlineData("LUMEN LABS 1")]
    [InlineData("l\u00FCmen-labs")]
    [InlineData("Lu\u0308men Labs!")]
    [InlineData("435637807210")]
    [InlineData("4356-3780-7210")]
    [InlineData("#4356 3780 7210#")]
    [InlineData("IAM Console")]
    [InlineData("iamconsole")]
    [InlineData("iam-console-2026")]
    [InlineData("I.A.M. Console!!")]
    [InlineData("Console123")]
    public void Names_of_the_user_the_account_and_the_product(string password) => Assert.NotNull(Check(password));

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("maria likes lumen labs")]
    [InlineData("my iam console opens")]
    [InlineData("5163-4356-3780-7210")]
    [InlineData("airam.sousa.x")]
    public void A_name_within_more_is_no_name(string password) => Assert.Null(Check(password));

    [Fact]
    public void A_short_name_forbids_itself_alone()
    {
        var user = CreateUser.New(Lumen.Id, "x", "/", DateTimeOffset.UnixEpoch);
        Assert.Null(ConsolePasswordRules.Check("7#19x!4402-8", PasswordNames.Of(user, Lumen)));
        Assert.NotNull(ConsolePasswordRules.Check("xxxxxxxx", PasswordNames.Of(user, Lumen)));
    }

    [Fact]
    public void Characters_are_counted_as_they_are_hashed()
    {
        Assert.NotNull(ConsolePasswordRules.Check("e\u0301a\u0301i\u0301o\u0301")); // Eight typed, four hashed.
        Assert.Null(ConsolePasswordRules.Check("e\u0301a\u0301i\u0301o\u0301u\u0301n\u0303a\u0308o\u0308"));
    }

    private static IamConsole.Core.Error? Check(string password)
    {
        var user = CreateUser.New(Lumen.Id, "maria.sousa", "/", DateTimeOffset.UnixEpoch);
        user.Email = "sousa.maria@example.com";
        return ConsolePasswordRules.Check(password, PasswordNames.Of(user, Lumen));
    }
}
