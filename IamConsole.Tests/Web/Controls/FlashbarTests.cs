using Bunit;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class FlashbarTests : BunitContext
{
    private readonly FlashMessages _messages;
    private readonly IRenderedComponent<Flashbar> _bar;

    public FlashbarTests()
    {
        Services.AddScoped<FlashMessages>();
        _messages = Services.GetRequiredService<FlashMessages>();
        _bar = Render<Flashbar>();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Shows_the_newest_message_on_top()
    {
        _messages.Add(new FlashMessage(FlashKind.Success, "first"));
        _messages.Add(new FlashMessage(FlashKind.Success, "second"));

        Assert.Equal(["second", "first"], _bar.FindAll(".flash-body").Select(body => body.TextContent.Trim()));
    }

    [Fact]
    public void Announces_errors_as_alerts_and_the_rest_politely()
    {
        _messages.Add(new FlashMessage(FlashKind.Error, "refused"));
        _messages.Add(new FlashMessage(FlashKind.Success, "done"));

        Assert.Contains("refused", _bar.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("done", _bar.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_a_message_for_the_next_page_and_drops_it_on_the_one_after()
    {
        _messages.AddForNextPage(new FlashMessage(FlashKind.Success, "MFA device assigned"));
        Assert.Empty(_bar.FindAll(".flash"));

        Navigation.NavigateTo("/users/maria");
        Assert.Single(_bar.FindAll(".flash"));

        Navigation.NavigateTo("/users");
        Assert.Empty(_bar.FindAll(".flash"));
    }

    [Fact]
    public void Keeps_messages_when_only_the_query_changes()
    {
        Navigation.NavigateTo("/users");
        _messages.Add(new FlashMessage(FlashKind.Info, "stays"));

        Navigation.NavigateTo("/users?mfa=none");

        Assert.Single(_bar.FindAll(".flash"));
    }

    [Fact]
    public void A_message_goes_when_it_is_dismissed()
    {
        _messages.Add(new FlashMessage(FlashKind.Success, "done"));

        _bar.Find("button[aria-label=Dismiss]").Click();

        Assert.Empty(_bar.FindAll(".flash"));
    }

    [Fact]
    public void A_message_that_says_the_same_takes_the_place_of_the_older_one()
    {
        _messages.Add(new FlashMessage(FlashKind.Success, "saved"));
        _messages.Add(new FlashMessage(FlashKind.Info, "between"));
        _messages.Add(new FlashMessage(FlashKind.Success, "saved"));
        Assert.Equal(["saved", "between"], _bar.FindAll(".flash-body").Select(body => body.TextContent.Trim()));

        _messages.AddForNextPage(new FlashMessage(FlashKind.Success, "policy saved"));
        _messages.AddForNextPage(new FlashMessage(FlashKind.Success, "policy saved"));
        Navigation.NavigateTo("/account-settings");
        Assert.Equal("policy saved", Assert.Single(_bar.FindAll(".flash-body")).TextContent.Trim());
    }

    [Fact]
    public void Its_action_runs_once_and_takes_the_message_away()
    {
        var runs = 0;
        _messages.Add(new FlashMessage(FlashKind.Error, "refused", ActionText: "Retry")
        {
            OnAction = () =>
            {
                runs++;
                return Task.CompletedTask;
            },
        });

        _bar.Find(".flash-action").Click();

        Assert.Equal(1, runs);
        Assert.Empty(_bar.FindAll(".flash"));
    }

    [Fact]
    public void Its_action_may_be_a_link_to_the_next_step()
    {
        _messages.Add(new FlashMessage(FlashKind.Success, "done", ActionText: "Assign another device", ActionHref: "/users/maria/mfa/assign"));

        Assert.Equal("/users/maria/mfa/assign", _bar.Find("a.flash-action").GetAttribute("href"));
    }
}
