using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class ButtonTests : BunitContext
{
    private int _clicks;

    [Fact]
    public void Says_why_it_is_disabled_and_stays_reachable()
    {
        var button = Render<Button>(parameters => parameters
            .Add(part => part.DisabledReason, "The user has 8 devices already.")
            .Add(part => part.OnClick, () => _clicks++)
            .AddChildContent("Assign MFA device"));
        var element = button.Find("button");

        element.Click();

        Assert.Equal("true", element.GetAttribute("aria-disabled"));
        Assert.False(element.HasAttribute("disabled"));
        Assert.Equal("The user has 8 devices already.", button.Find($"#{element.GetAttribute("aria-describedby")}").TextContent);
        Assert.Equal(0, _clicks);
    }

    [Fact]
    public void Ignores_clicks_while_busy()
    {
        var button = Render<Button>(parameters => parameters
            .Add(part => part.Busy, true)
            .Add(part => part.OnClick, () => _clicks++)
            .AddChildContent("Add MFA"));

        button.Find("button").Click();

        Assert.Equal(0, _clicks);
        Assert.Equal("true", button.Find("button").GetAttribute("aria-busy"));
    }

    [Fact]
    public void Is_a_link_where_it_leads_somewhere()
    {
        var button = Render<Button>(parameters => parameters.Add(part => part.Href, "/users").AddChildContent("View users"));

        Assert.Equal("/users", button.Find("a").GetAttribute("href"));
    }
}
