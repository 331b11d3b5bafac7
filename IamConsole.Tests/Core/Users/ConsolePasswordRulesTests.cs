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
        Assert.NotNull(ConsolePasswordRules.Check(string.Concat(Enumerable.Repeat("🔑", 7))));
        Assert.Null(ConsolePasswordRules.Check(string.Concat(Enumerable.Repeat("🔑", 8))));
        Assert.Null(ConsolePasswordRules.Check(string.Concat(Enumerable.Repeat("🔑", 256))));
        Assert.NotNull(ConsolePasswordRules.Check(string.Concat(Enumerable.Repeat("🔑", 257))));
        Assert.Null(ConsolePasswordRules.Check(new string('x', 255) + "y"));
        Assert.NotNull(ConsolePasswordRules.Check(new string('x', 256) + "y"));
    }

    [Fact]
    public void Generated_passwords_pass_and_differ()
    {
        Assert.Null(ConsolePasswordRules.Check(GeneratedPassword.New()));
        Assert.NotEqual(GeneratedPassword.New(), GeneratedPassword.New());
    }
}
