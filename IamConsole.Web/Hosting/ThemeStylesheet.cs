using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace IamConsole.Web.Hosting;

/// <summary>
/// MudBlazor's theme as a file. MudThemeProvider writes style elements into the page, which the
/// Content-Security-Policy forbids; so it is rendered once, here, for light and for dark.
/// </summary>
public sealed partial class ThemeStylesheet(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private readonly Lazy<Task<string>> _css = new(() => RenderAsync(scopes, loggers));

    public Task<string> GetAsync() => _css.Value;

    private static async Task<string> RenderAsync(IServiceScopeFactory scopes, ILoggerFactory loggers)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var light = await CssOfAsync(renderer, dark: false);
        var dark = await CssOfAsync(renderer, dark: true);

        var sheet = new StringBuilder(light);
        sheet.AppendLine().AppendLine(dark.Replace(":root", ":root[data-theme=dark]", StringComparison.Ordinal));
        sheet.AppendLine("@media (prefers-color-scheme: dark) {");
        sheet.AppendLine(dark.Replace(":root", ":root:not([data-theme])", StringComparison.Ordinal));
        return sheet.AppendLine("}").ToString();
    }

    private static Task<string> CssOfAsync(HtmlRenderer renderer, bool dark) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = ConsoleTheme.Create(),
            [nameof(MudThemeProvider.IsDarkMode)] = dark,
        });
        var root = await renderer.RenderComponentAsync<MudThemeProvider>(parameters);
        // In the dark sheet only the variables differ.
        var blocks = StyleElement().Matches(root.ToHtmlString()).Select(match => match.Groups["css"].Value.Trim());
        return string.Join('\n', dark ? blocks.Where(css => css.Contains(":root", StringComparison.Ordinal)) : blocks);
    });

    [GeneratedRegex("<style[^>]*>(?<css>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();
}
