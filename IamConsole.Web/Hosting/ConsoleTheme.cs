using MudBlazor;

namespace IamConsole.Web.Hosting;

/// <summary>
/// The part of the palette that MudBlazor's own parts need. <c>tokens.css</c> owns the colours; a test compares the two.
/// </summary>
public static class ConsoleTheme
{
    private const string FlashShadow = "0 4px 8px rgba(0,7,22,.10)";
    private const string PopoverShadow = "0 4px 20px 1px rgba(0,7,22,.10)";

    public static MudTheme Create() => new()
    {
        PaletteLight = Light,
        PaletteDark = Dark,
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "8px",
            AppbarHeight = "57px",
            DrawerWidthLeft = "260px",
            DrawerWidthRight = "290px",
        },
        Typography = ConsoleTypography.Create(),
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(Elevation)] },
    };

    private static string Elevation(int level) => level switch
    {
        0 => "none",
        <= 3 => FlashShadow,
        _ => PopoverShadow,
    };

    private static PaletteLight Light => new()
    {
        Primary = "#006ce0",
        PrimaryContrastText = "#ffffff",
        PrimaryDarken = "#002b66",
        PrimaryLighten = "#d1f1ff",
        Secondary = "#424650",
        SecondaryContrastText = "#ffffff",
        Tertiary = "#8456ce",
        Info = "#006ce0",
        InfoContrastText = "#f9f9fa",
        Success = "#00802f",
        SuccessContrastText = "#f9f9fa",
        Warning = "#855900",
        WarningContrastText = "#ffffff",
        Error = "#db0000",
        ErrorContrastText = "#f9f9fa",
        Dark = "#161d26",
        DarkContrastText = "#f9f9fa",
        TextPrimary = "#0f141a",
        TextSecondary = "#656871",
        TextDisabled = "#8c8c94",
        ActionDefault = "#424650",
        ActionDisabled = "#8c8c94",
        ActionDisabledBackground = "#ebebf0",
        Background = "#fcfcfd",
        BackgroundGray = "#f6f6f9",
        Surface = "#ffffff",
        DrawerBackground = "#ffffff",
        DrawerText = "#424650",
        DrawerIcon = "#424650",
        AppbarBackground = "#161d26",
        AppbarText = "#f9f9fa",
        LinesDefault = "#c6c6cd",
        Divider = "#c6c6cd",
        DividerLight = "#ebebf0",
        TableLines = "#ebebf0",
        LinesInputs = "#8c8c94",
        TableHover = "#f3f3f7",
        TableStriped = "#ffffff",
        Skeleton = "#ebebf0",
        OverlayDark = "rgba(35,43,55,0.7)",
        HoverOpacity = 0.06,
        RippleOpacity = 0,
    };

    private static PaletteDark Dark => new()
    {
        Primary = "#42b4ff",
        PrimaryContrastText = "#0f141a",
        PrimaryDarken = "#75cfff",
        PrimaryLighten = "#75cfff",
        Secondary = "#dedee3",
        SecondaryContrastText = "#0f141a",
        Tertiary = "#b088f5",
        Info = "#42b4ff",
        InfoContrastText = "#0f141a",
        Success = "#2bb534",
        SuccessContrastText = "#0f141a",
        Warning = "#fbd332",
        WarningContrastText = "#0f141a",
        Error = "#ff7a7a",
        ErrorContrastText = "#0f141a",
        Dark = "#424650",
        DarkContrastText = "#f9f9fa",
        TextPrimary = "#c6c6cd",
        TextSecondary = "#a4a4ad",
        TextDisabled = "#8c8c94",
        ActionDefault = "#dedee3",
        ActionDisabled = "#8c8c94",
        ActionDisabledBackground = "#232b37",
        Background = "#131920",
        BackgroundGray = "#1b232d",
        Surface = "#161d26",
        DrawerBackground = "#161d26",
        DrawerText = "#dedee3",
        DrawerIcon = "#dedee3",
        AppbarBackground = "#161d26",
        AppbarText = "#f9f9fa",
        LinesDefault = "#424650",
        Divider = "#424650",
        DividerLight = "#232b37",
        TableLines = "#232b37",
        LinesInputs = "#656871",
        TableHover = "#1b232d",
        TableStriped = "#161d26",
        Skeleton = "#333843",
        OverlayDark = "rgba(15,20,26,0.7)",
        HoverOpacity = 0.08,
        RippleOpacity = 0,
    };
}
