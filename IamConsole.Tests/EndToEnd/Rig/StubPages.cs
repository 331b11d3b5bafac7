using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Pages without a server, for tests of the rig itself.</summary>
internal static class StubPages
{
    /// <summary>Opens http://localhost with this text; every other address is not found.</summary>
    public static async Task ServeAsync(this IPage page, string html)
    {
        await page.RouteAsync("**/*", route => new Uri(route.Request.Url).AbsolutePath == "/"
            ? route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html>" + html })
            : route.FulfillAsync(new() { Status = 404 }));
        await page.GotoAsync("/");
    }

    /// <summary>Waits for something that happens in the test's own process, while the page goes on.</summary>
    public static async Task WaitForConditionAsync(this IPage page, Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();

            // One frame of the page; its events have arrived when the answer has.
            await page.EvaluateAsync("new Promise(r => requestAnimationFrame(() => r()))");
        }
    }
}
