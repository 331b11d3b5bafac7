using Bunit;
using IamConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor.Services;
using Xunit;

namespace IamConsole.Tests.Web.Shell;

public sealed class ThemeStylesheetTests : BunitContext
{
    public ThemeStylesheetTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Fact]
    public async Task Holds_both_themes_and_no_markup()
    {
        var css = await new ThemeStylesheet(Services.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance).GetAsync();

        Assert.DoesNotContain('<', css);
        Assert.Contains(":root[data-theme=dark]", css, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme: dark)", css, StringComparison.Ordinal);
        Assert.Contains("--mud-palette-primary: rgba(0,108,224,1)", css, StringComparison.Ordinal);
        Assert.Contains("--mud-palette-primary: rgba(66,180,255,1)", css, StringComparison.Ordinal);
    }
}
