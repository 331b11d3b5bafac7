using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class WizardTests : BunitContext
{
    private readonly List<string> _wishes = [];

    public WizardTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Has_no_way_back_on_the_first_step()
    {
        var wizard = RenderWizard(0);

        Assert.Equal(["Cancel", "Next"], Buttons(wizard));
        Assert.Equal("Select MFA device", wizard.Find("h1").TextContent);
    }

    [Fact]
    public void Reports_what_its_user_wants_and_moves_only_when_told()
    {
        var wizard = RenderWizard(1);

        foreach (var name in Buttons(wizard)) wizard.FindAll(".wizard-buttons button").Single(button => button.TextContent.Trim() == name).Click();

        Assert.Equal(["cancel", "previous", "next"], _wishes);
        Assert.Equal("Set up device", wizard.Find("h1").TextContent);
    }

    [Fact]
    public void Puts_the_focus_on_the_heading_of_the_next_step()
    {
        var wizard = RenderWizard(0);
        JSInterop.VerifyNotInvoke("Blazor._internal.domWrapper.focus");

        wizard.Render(parameters => parameters.Add(part => part.Current, 1));

        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public void Holds_everything_while_it_works()
    {
        var wizard = RenderWizard(1);
        wizard.Render(parameters => parameters.Add(part => part.Busy, true));

        foreach (var button in wizard.FindAll(".wizard-buttons button")) Assert.True(button.HasAttribute("disabled") || button.GetAttribute("aria-disabled") == "true");
    }

    private IRenderedComponent<Wizard> RenderWizard(int current) => Render<Wizard>(parameters => parameters
        .Add(part => part.Steps, ["Select MFA device", "Set up device"])
        .Add(part => part.Current, current)
        .Add(part => part.OnCancel, () => _wishes.Add("cancel"))
        .Add(part => part.OnPrevious, () => _wishes.Add("previous"))
        .Add(part => part.OnNext, () => _wishes.Add("next")));

    private static List<string> Buttons(IRenderedComponent<Wizard> wizard) =>
        [.. wizard.FindAll(".wizard-buttons button").Select(button => button.TextContent.Trim())];
}
