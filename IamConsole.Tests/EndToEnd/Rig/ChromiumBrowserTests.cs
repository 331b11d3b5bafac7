using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

public sealed class ChromiumBrowserTests(ChromiumBrowser browser)
{
    private static readonly Uri Nowhere = new("http://localhost");

    [Fact]
    public async Task A_window_has_the_size_theme_and_profile_asked_for()
    {
        await using var first = await OpenAsync("<html lang=en><title>x</title>", ColorScheme.Dark);
        Assert.Equal(390, await first.Page.EvaluateAsync<int>("innerWidth"));
        Assert.True(await first.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
        await first.Page.EvaluateAsync("document.cookie = 'a=b'");
        await using var second = await OpenAsync("<html lang=en><title>x</title>");
        Assert.Equal("", await second.Page.EvaluateAsync<string>("document.cookie"));
    }

    [Theory]
    [InlineData("<script>throw new Error('boom')</script>", "boom")]
    [InlineData("<script>console.error('wrong')</script>", "wrong")]
    [InlineData("<script src=/404.js></script>", "404 http://localhost/404.js")]
    [InlineData("<meta http-equiv=content-security-policy content=\"style-src 'self'\"><style>p{}</style>", "style-src")]
    [InlineData("<meta http-equiv=content-security-policy content=\"script-src 'self'\"><p onclick='x()'>", "script-src")]
    public async Task Faults_of_a_page_are_seen(string html, string fault)
    {
        await using var page = await OpenAsync(html);

        // A blocked handler is reported when it is set up; others may come after the page has loaded.
        await page.Page.WaitForConditionAsync(() => page.Faults.Any());
        Assert.Contains(page.Faults, f => f.Contains(fault, StringComparison.Ordinal));
        page.Allow(fault);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task Faults_and_pictures_are_kept_for_the_end_of_the_test()
    {
        var page = await OpenAsync("<script>console.error('wrong')</script>");
        await page.Page.WaitForConditionAsync(() => page.Faults.Any());
        await page.DisposeAsync();
        var record = BrowserEvidence.Take(TestContext.Current.Test!.UniqueID)!;
        Assert.Equal(["wrong"], record.Faults);
        var folder = Directory.CreateTempSubdirectory();
        record.Write(folder, "name");
        Assert.Equal(["name-1.png", "name.txt"], folder.GetFiles().Select(f => f.Name).Order());
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Axe_names_rule_place_and_remedy()
    {
        await using var page = await OpenAsync("<html lang=en><title>x</title><main><h1>x</h1><input id=bare></main>");
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Axe.AssertCleanAsync(page.Page, "bad page"));
        Assert.Contains("label (critical)", error.Message, StringComparison.Ordinal);
        Assert.Contains("<input id=\"bare\">", error.Message, StringComparison.Ordinal);
        Assert.Contains("fix: ", error.Message, StringComparison.Ordinal);
        await page.Page.EvaluateAsync("document.getElementById('bare').setAttribute('aria-label', 'Name')");
        await Axe.AssertCleanAsync(page.Page, "good page");
    }

    private async Task<BrowserPage> OpenAsync(string html, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(Nowhere, scheme, width: 390, height: 800);
        await page.Page.ServeAsync(html);
        return page;
    }
}
