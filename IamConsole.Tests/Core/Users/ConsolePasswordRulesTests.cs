using IamConsole.Core.Accounts;
using IamConsole.Core.Users;

namespace IamConsole.Tests.Core.Users;

public sealed class ConsolePasswordRulesTests
{
    [Theory]
    [InlineData("seven77", false)]
    [InlineData("qwertyuiop", false)]
    [InlineData("QwertyUIOP", false)]
    [InlineData("lumen-labs", false)]
    [InlineData("MARIA.SOUSA", false)]
    [InlineData("eight-88", true)]
    [InlineData("ein langer Satz mit Ümlaut 🔑", true)]
    public void Rules_are_length_common_list_and_names(string password, bool good) =>
        Assert.Equal(good, ConsolePasswordRules.Check(password, "maria.sousa", null, "lumen-labs") is null);

    [Fact]
    public void Characters_are_counted_and_not_code_units()
    {
        Assert.NotNull(ConsolePasswordRules.Check("🎈" + string.Concat(Enumerable.Repeat("🔑", 6))));
        Assert.Null(ConsolePasswordRules.Check("🎈" + string.Concat(Enumerable.Repeat("🔑", 7))));
        Assert.Null(ConsolePasswordRules.Check("🎈" + string.Concat(Enumerable.Repeat("🔑", 255))));
        Assert.NotNull(ConsolePasswordRules.Check("🎈" + string.Concat(Enumerable.Repeat("🔑", 256))));
        Assert.Null(ConsolePasswordRules.Check(new string('x', 255) + "y"));
        Assert.NotNull(ConsolePasswordRules.Check(new string('x', 256) + "y"));
    }

    [Fact]
    public void Generated_passwords_pass_and_differ()
    {
        Assert.Null(ConsolePasswordRules.Check(GeneratedPassword.New()));
        Assert.NotEqual(GeneratedPassword.New(), GeneratedPassword.New());
    }

    [Theory]
    [InlineData("all lower case", "Use an upper-case letter (A to Z).")]
    [InlineData("Ärger und ÖFEN", null)]
    [InlineData("ALL UPPER CASE", "Use a lower-case letter (a to z).")]
    [InlineData("No Digit Here", "Use a digit.")]
    [InlineData("Digit ٣ of another script", "Use a digit.")]
    [InlineData("Digit 3, no symbol", "Use one of the symbols !@#$%^&*()_+-=[]{}|'")]
    [InlineData("Short 1!", "Use at least 12 characters.")]
    public void A_policy_asks_for_length_and_kinds_of_characters(string password, string? refusal)
    {
        var policy = new PasswordPolicy
        {
            MinimumLength = 12,
            RequireUppercase = true,
            RequireLowercase = true,
            RequireDigit = refusal is not null,
            RequireSymbol = refusal is not null,
        };
        Assert.Equal(refusal, ConsolePasswordRules.Check(password, policy)?.Message);
    }

    [Fact]
    public void A_policy_is_never_weaker_than_the_floor() =>
        Assert.NotNull(ConsolePasswordRules.Check("seven77", new PasswordPolicy { MinimumLength = 6 }));

    [Theory]
    [InlineData(8)]
    [InlineData(27)]
    [InlineData(128)]
    public void Generated_passwords_keep_every_policy(int length)
    {
        var policy = new PasswordPolicy
        {
            MinimumLength = length,
            RequireUppercase = true,
            RequireLowercase = true,
            RequireDigit = true,
            RequireSymbol = true,
        };
        for (var n = 0; n < 200; n++) Assert.Null(ConsolePasswordRules.Check(GeneratedPassword.New(policy), policy));
    }

    [Fact]
    public void The_rules_are_told_in_one_sentence()
    {
        Assert.Equal("8 to 256 characters; not a common password, not a name.", ConsolePasswordRules.Describe(PasswordPolicy.Default));
        Assert.Equal(
            "14 to 256 characters with an upper-case letter, a lower-case letter and a digit; not a common password, not a name, none of the last 5.",
            ConsolePasswordRules.Describe(new PasswordPolicy
            {
                MinimumLength = 14,
                RequireUppercase = true,
                RequireLowercase = true,
                RequireDigit = true,
                RememberedPasswords = 5,
            }));
    }
}
