using IamConsole.Core.Users;

namespace IamConsole.Tests.Architecture;

public sealed class SliceTests
{
    private static readonly Type[] Core = typeof(IamUser).Assembly.GetTypes();

    [Fact]
    public void Slices_of_Core_know_only_what_lies_below()
    {
        var bySource = SourceTree.Files(".cs").SelectMany(SliceRules.Violations);
        var byCode = Core.Where(t => !t.IsNested).SelectMany(t => SliceRules.Violations(t, TypeReferences.Of(t)));
        House.AssertHolds("SliceDirection", bySource.Concat(byCode));
    }

    [Theory]
    [InlineData("using IamConsole.Core.SignIn;")]
    [InlineData("using static IamConsole.Core.SignIn.SignInErrors;")]
    [InlineData("var x = Core.SignIn.SignInErrors.PendingEnded;")]
    public void The_rule_goes_red(string text) => Assert.NotEmpty(SliceRules.Violations(
        new SourceFile("IamConsole.Core/MfaDevices/X.cs", text)));

    [Fact]
    public void The_rule_goes_red_for_what_code_uses_without_naming_it()
    {
        // SignIn may know Users; seen from Users the same references would break the rule.
        var used = TypeReferences.Of(typeof(IamConsole.Core.SignIn.BeginSignIn));
        Assert.Contains(typeof(IamUser), used);
        Assert.Contains(typeof(IamConsole.Core.SignIn.PendingSignIn), used);
        Assert.NotEmpty(SliceRules.Violations(typeof(IamUser), used));
    }

    [Fact]
    public void A_new_slice_needs_a_rank() => Assert.NotEmpty(SliceRules.Violations(
        new SourceFile("IamConsole.Core/NewSlice/X.cs", "")));

    [Fact]
    public void Core_does_not_see_HTTP() => House.AssertHolds(
        "CoreReferences", ReferenceRules.Forbidden(typeof(IamUser).Assembly.GetReferencedAssemblies().Select(a => a.Name!)));

    [Fact]
    public void That_rule_goes_red() => Assert.Equal(
        ["IamConsole.Core: references Microsoft.AspNetCore.Http.Abstractions"],
        ReferenceRules.Forbidden(["Microsoft.AspNetCore.Http.Abstractions", "Microsoft.Extensions.Identity.Stores"]));

    [Fact]
    public void Controls_know_nothing_of_Core()
    {
        var controls = typeof(Program).Assembly.GetTypes().Where(t => t.Namespace == "IamConsole.Web.Controls").ToList();
        Assert.NotEmpty(controls);
        House.AssertHolds("ControlsKnowNoCore", controls.SelectMany(t => ReferenceRules.UsesOfCore(t, TypeReferences.Of(t))));
    }

    [Fact]
    public void Nor_is_that_rule_blind() =>
        Assert.NotEmpty(ReferenceRules.UsesOfCore(typeof(IamUser), [typeof(string), typeof(IamUser)]));
}
