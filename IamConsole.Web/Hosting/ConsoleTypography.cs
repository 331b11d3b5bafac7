using MudBlazor;

namespace IamConsole.Web.Hosting;

/// <summary>The type scale of <c>tokens.css</c> in MudBlazor's terms.</summary>
internal static class ConsoleTypography
{
    public static Typography Create() => new()
    {
        Default = Of<DefaultTypography>("0.875rem", "1.4286", "400"),
        H1 = Of<H1Typography>("1.5rem", "1.25", "700", "-0.02em"),
        H2 = Of<H2Typography>("1.25rem", "1.2", "700", "-0.015em"),
        H3 = Of<H3Typography>("1.125rem", "1.2222", "700", "-0.010em"),
        H4 = Of<H4Typography>("1rem", "1.25", "700", "-0.005em"),
        H5 = Of<H5Typography>("0.875rem", "1.2857", "700"),
        H6 = Of<H6Typography>("0.875rem", "1.4286", "700"),
        Subtitle1 = Of<Subtitle1Typography>("0.875rem", "1.4286", "700"),
        Subtitle2 = Of<Subtitle2Typography>("0.875rem", "1.4286", "400"),
        Body1 = Of<Body1Typography>("0.875rem", "1.4286", "400"),
        Body2 = Of<Body2Typography>("0.875rem", "1.4286", "400"),
        Button = Of<ButtonTypography>("0.875rem", "1.4286", "700", "0.005em"),
        Caption = Of<CaptionTypography>("0.75rem", "1.3333", "400"),
    };

    private static T Of<T>(string size, string line, string weight, string spacing = "normal") where T : BaseTypography, new() => new()
    {
        FontFamily = ["Open Sans", "Helvetica Neue", "Roboto", "Arial", "sans-serif"],
        FontSize = size,
        LineHeight = line,
        FontWeight = weight,
        LetterSpacing = spacing,
        TextTransform = "none",
    };
}
