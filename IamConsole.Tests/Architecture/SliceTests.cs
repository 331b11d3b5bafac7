using IamConsole.Core.Users;

namespace IamConsole.Tests.Architecture;

public sealed class SliceTests
{
    [Fact]
    public void Slices_of_Core_know_only_what_lies_below() =>
        Assert.Empty(SourceTree.Files(".cs").SelectMany(SliceRules.Violations));

    [Fact]
    public void The_rule_goes_red() => Assert.NotEmpty(SliceRules.Violations(
        new SourceFile("IamConsole.Core/MfaDevices/X.cs", "using IamConsole.Core.SignIn;")));

    [Fact]
    public void Core_does_not_see_HTTP() => Assert.DoesNotContain(
        typeof(IamUser).Assembly.GetReferencedAssemblies(),
        a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            && !a.Name.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal)
            && !a.Name.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal));

    [Fact]
    public void Controls_know_nothing_of_Core() => Assert.DoesNotContain(
        SourceTree.Files(".cs", ".razor").Where(f => f.Path.StartsWith("IamConsole.Web/Controls/", StringComparison.Ordinal)),
        f => f.Text.Contains("IamConsole.Core", StringComparison.Ordinal));

    [Fact]
    public void Pages_of_the_sign_in_are_static_and_those_of_the_console_are_not()
    {
        var pages = SourceTree.Files(".razor").Where(f => f.Text.Contains("@page \"", StringComparison.Ordinal)).ToList();
        var wrong = pages.Where(f =>
            f.Text.Contains("[ExcludeFromInteractiveRouting]", StringComparison.Ordinal) != MustBeStatic(f.Path));
        Assert.Empty(wrong.Select(f => f.Path));
    }

    // The cookie needs an HTTP response; the error page must work when nothing else does.
    private static bool MustBeStatic(string path) =>
        path.StartsWith("IamConsole.Web/SignIn/", StringComparison.Ordinal)
        || path.StartsWith("IamConsole.Web/Accounts/", StringComparison.Ordinal)
        || path == "IamConsole.Web/Shell/ErrorPage.razor";
}
