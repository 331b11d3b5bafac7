using Bunit;
using IamConsole.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IamConsole.Tests.Web.SignIn;

public sealed class AskKeyTests : BunitContext
{
    public AskKeyTests() => Services.AddSingleton(TimeProvider.System).AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();

    [Fact]
    public void Asks_by_itself_at_first()
    {
        var page = RenderKey(error: null);

        Assert.False(page.Find("form").HasAttribute("data-key-failed"));
        Assert.Equal("/signin/mfa/key/options", page.Find("form").GetAttribute("data-key-options"));
        Assert.True(page.Find("[data-key-state=failed]").HasAttribute("hidden"));
        Assert.Contains("desk-key, travel-key", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_refusal_the_person_decides_when_to_try_again()
    {
        var page = RenderKey(error: "Could not be confirmed.");

        Assert.True(page.Find("form").HasAttribute("data-key-failed"));
        Assert.False(page.Find("[data-key-state=failed]").HasAttribute("hidden"));
        Assert.Equal("Could not be confirmed.", page.Find("#key-reason").TextContent);
        Assert.Equal("Try again", page.Find("#key-again").TextContent);
    }

    private IRenderedComponent<AskKey> RenderKey(string? error) => Render<AskKey>(p => p
        .Add(k => k.OptionsUrl, "/signin/mfa/key/options").Add(k => k.FormName, "mfa-key")
        .Add(k => k.Names, ["desk-key", "travel-key"]).Add(k => k.Error, error));

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
