using System.Text.RegularExpressions;
using IamConsole.Web.Hosting;
using MudBlazor;
using MudBlazor.Utilities;
using Xunit;

namespace IamConsole.Tests.Web.Shell;

public sealed partial class ConsoleThemeTests
{
    private static readonly Dictionary<string, Func<Palette, string>> Pairs = new()
    {
        ["--color-link"] = palette => palette.Primary.ToString(MudColorOutputFormats.Hex),
        ["--color-page"] = palette => palette.Background.ToString(MudColorOutputFormats.Hex),
        ["--color-surface"] = palette => palette.Surface.ToString(MudColorOutputFormats.Hex),
        ["--color-text"] = palette => palette.TextPrimary.ToString(MudColorOutputFormats.Hex),
        ["--color-text-helper"] = palette => palette.TextSecondary.ToString(MudColorOutputFormats.Hex),
        ["--color-line"] = palette => palette.LinesDefault.ToString(MudColorOutputFormats.Hex),
        ["--color-line-light"] = palette => palette.TableLines.ToString(MudColorOutputFormats.Hex),
        ["--color-input-line"] = palette => palette.LinesInputs.ToString(MudColorOutputFormats.Hex),
        ["--color-success"] = palette => palette.Success.ToString(MudColorOutputFormats.Hex),
        ["--color-warning"] = palette => palette.Warning.ToString(MudColorOutputFormats.Hex),
        ["--color-error"] = palette => palette.Error.ToString(MudColorOutputFormats.Hex),
        ["--color-info"] = palette => palette.Info.ToString(MudColorOutputFormats.Hex),
        ["--color-track"] = palette => palette.Skeleton.ToString(MudColorOutputFormats.Hex),
    };

    public static TheoryData<string> Tokens => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Repeats_the_colour_of_the_token_in_light_and_dark(string token)
    {
        var theme = ConsoleTheme.Create();
        var tokens = File.ReadAllText(TokensFile());
        var value = TokenValue().Matches(tokens).Single(match => match.Groups["name"].Value == token);

        Assert.Equal(value.Groups["light"].Value, Pairs[token](theme.PaletteLight));
        Assert.Equal(value.Groups["dark"].Value, Pairs[token](theme.PaletteDark));
    }

    // The sources lie beside the solution; nothing copies them into the tests' folder.
    private static string TokensFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "wwwroot-assets"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "wwwroot-assets", "tokens.css");
    }

    [GeneratedRegex(@"(?<name>--[\w-]+): light-dark\((?<light>#\w+), (?<dark>#\w+)\);")]
    private static partial Regex TokenValue();
}
