using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChromiumBrowser))]

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>One real Chromium for all journeys; each test gets a profile of its own. Never skipped: found or installed.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "chromium", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;
    private Task<IBrowser>? _browser;
    private readonly Lock _starting = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A window with a new profile; <paramref name="scripts"/> says whether it runs any.</summary>
    public async Task<BrowserPage> OpenAsync(
        Uri server, ColorScheme scheme = ColorScheme.Light, int width = 1440, int height = 900, bool scripts = true)
    {
        Task<IBrowser> starting;
        lock (_starting) starting = _browser ??= StartAsync();
        var browser = await starting;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(20_000);
        return new BrowserPage(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await (await _browser).DisposeAsync();
        _playwright?.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        // Debian's package brings no typeface, and a page without one has no text to look at.
        var program = await Task.Run(() => DebianPackage.FindOrInstall(Places, "chromium", "fonts-liberation"));
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });
    }
}
