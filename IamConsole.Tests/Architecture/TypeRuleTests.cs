using IamConsole.Core.Users;
using IamConsole.Web.SignIn;
using IamConsole.Web.Users;
using Microsoft.AspNetCore.Builder;

namespace IamConsole.Tests.Architecture;

public sealed class TypeRuleTests
{
    private static readonly Type[] Core = typeof(IamUser).Assembly.GetTypes();
    private static readonly Type[] Web = typeof(Program).Assembly.GetTypes();
    private static readonly Type[] Tests = typeof(TypeRuleTests).Assembly.GetTypes();

    private static readonly HashSet<string> RazorOnly = [.. SourceTree.Files(".razor")
        .Where(f => !File.Exists(Path.Combine(SourceTree.Root, f.Path + ".cs")))
        .Select(f => f.Path[..^".razor".Length].Replace('/', '.'))];

    [Fact]
    public void Classes_are_sealed_unless_made_to_be_derived_from() => House.AssertHolds(
        nameof(TypeRules.NotSealed),
        new[] { Core, Web, Tests }.SelectMany(types => TypeRules.NotSealed(
            [.. types.Where(IsWrittenByUs)],
            t => RazorOnly.Contains(t.FullName!.Split('`')[0]))));

    [Fact]
    public void A_use_case_has_one_public_method() => House.AssertHolds(nameof(TypeRules.SeveralMethods), TypeRules.SeveralMethods(Core));

    [Fact]
    public void No_test_is_skipped() => House.AssertHolds(
        nameof(TypeRules.Skipped), TypeRules.Skipped(Tests));

    [Fact]
    public void Pages_of_the_sign_in_are_static_and_those_of_the_console_are_not() =>
        House.AssertHolds(nameof(TypeRules.WrongRenderMode), TypeRules.WrongRenderMode(Web, MustBeStatic));

    [Fact]
    public void Each_rule_goes_red()
    {
        // Types of the framework and of the product that break the rule, or would if the rule were turned round.
        Assert.NotEmpty(TypeRules.NotSealed([typeof(HttpClient)], _ => false));
        Assert.NotEmpty(TypeRules.SeveralMethods([typeof(WebApplication)]));
        Assert.True(TypeRules.IsSkipped(new FactAttribute { Skip = "some other day" }));
        Assert.True(TypeRules.IsSkipped(new FactAttribute { Explicit = true }));
        Assert.True(TypeRules.IsSkipped(new InlineDataAttribute(1) { Skip = "some other day" }));
        Assert.False(TypeRules.IsSkipped(new FactAttribute()));
        Assert.NotEmpty(TypeRules.WrongRenderMode([typeof(UsersPage)], _ => true));
        Assert.NotEmpty(TypeRules.WrongRenderMode([typeof(SignInPage)], _ => false));
    }

    private static bool IsWrittenByUs(Type type) => type.Namespace is { } space
        && space.StartsWith("IamConsole", StringComparison.Ordinal) && !space.Contains(".Migrations", StringComparison.Ordinal);

    // The cookie needs an HTTP response; pages that answer a failed request must work when nothing else does.
    private static bool MustBeStatic(Type page) =>
        page.Namespace is "IamConsole.Web.SignIn" or "IamConsole.Web.Accounts"
        || page.FullName is "IamConsole.Web.Shell.ErrorPage" or "IamConsole.Web.Shell.FormRefusedPage" or "IamConsole.Web.Shell.WrongAddressPage";
}
