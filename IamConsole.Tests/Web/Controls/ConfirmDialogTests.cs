using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class ConfirmDialogTests : BunitContext
{
    private int _confirmed;
    private int _cancelled;

    public ConfirmDialogTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Is_empty_while_closed()
    {
        var dialog = RenderDialog(open: false);

        Assert.Empty(dialog.FindAll("button"));
    }

    [Fact]
    public void Holds_the_button_until_the_name_is_typed()
    {
        var dialog = RenderDialog();
        Assert.True(Button(dialog, "Remove").HasAttribute("disabled"));

        dialog.Find("input").Input("desk-ke");
        Assert.True(Button(dialog, "Remove").HasAttribute("disabled"));

        dialog.Find("input").Input("desk-key");
        Assert.False(Button(dialog, "Remove").HasAttribute("disabled"));
    }

    [Fact]
    public void Confirms_when_the_form_is_sent_with_the_right_name()
    {
        var dialog = RenderDialog();
        dialog.Find("input").Input("desk-key");

        dialog.Find("form").Submit();

        Assert.Equal(1, _confirmed);
    }

    [Fact]
    public void Enter_with_a_wrong_name_does_nothing()
    {
        var dialog = RenderDialog();
        dialog.Find("input").Input("other");

        dialog.Find("form").Submit();

        Assert.Equal(0, _confirmed);
    }

    [Theory]
    [InlineData("Cancel")]
    [InlineData("Close")]
    public void Cancels_by_button_and_cross(string name)
    {
        var dialog = RenderDialog();

        Button(dialog, name).Click();

        Assert.Equal((1, 0), (_cancelled, _confirmed));
    }

    [Fact]
    public void Forgets_what_was_typed_when_it_opens_again()
    {
        var dialog = RenderDialog();
        dialog.Find("input").Input("desk-key");

        dialog.Render(parameters => parameters.Add(part => part.Open, false));
        dialog.Render(parameters => parameters.Add(part => part.Open, true));

        Assert.True(Button(dialog, "Remove").HasAttribute("disabled"));
    }

    [Fact]
    public void Shows_why_it_was_refused_and_stays_open()
    {
        var dialog = RenderDialog();

        dialog.Render(parameters => parameters.Add(part => part.Error, "The device is in use."));

        Assert.Contains("The device is in use.", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ConfirmDialog> RenderDialog(bool open = true) => Render<ConfirmDialog>(parameters => parameters
        .Add(part => part.Open, open)
        .Add(part => part.Title, "Remove MFA device?")
        .Add(part => part.ConfirmText, "Remove")
        .Add(part => part.TypedConfirmation, "desk-key")
        .Add(part => part.OnConfirm, () => _confirmed++)
        .Add(part => part.OnCancel, () => _cancelled++));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ConfirmDialog> dialog, string name) =>
        dialog.FindAll("button").Single(button => (button.GetAttribute("aria-label") ?? button.TextContent.Trim()) == name);
}
