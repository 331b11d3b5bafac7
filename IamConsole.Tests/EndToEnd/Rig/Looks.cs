using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>A state of a page as it looks in light, in the dark and on a phone: clean for axe, nothing wider than the window.</summary>
internal static class Looks
{
    private static readonly (ColorScheme Scheme, int Width)[] All =
        [(ColorScheme.Light, 1440), (ColorScheme.Dark, 1440), (ColorScheme.Light, 390)];

    // A folder for pictures of every state, for people to look at.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("IAM_PICTURES");

    public static async Task AssertGoodAsync(IPage page, string state)
    {
        var window = page.ViewportSize!;
        foreach (var (scheme, width) in All)
        {
            var what = $"{state}, {scheme}, {width} px";
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, window.Height);

            // Colours on their way from one theme to the other are neither's.
            await page.EvaluateAsync(
                "Promise.all(document.getAnimations().filter(a => a instanceof CSSTransition).map(a => a.finished.catch(() => {})))");
            if (Pictures is not null)
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, Uri.EscapeDataString(what) + ".png"), FullPage = true });
            await Axe.AssertCleanAsync(page, what, coloursAlone: scheme == ColorScheme.Dark);
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{what}: overflows by {overflow} px");
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(window.Width, window.Height);
    }
}
