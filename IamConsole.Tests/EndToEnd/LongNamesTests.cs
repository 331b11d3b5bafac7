using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Names as long as they may be, without a place to break, on every page and in its dialogs, in a wide window and on a phone.</summary>
public sealed class LongNamesTests(ChromiumBrowser browser)
{
    // What runs out of the window or out of its own box, or is cut off with nothing to tell it whole. What scrolls by itself is meant to.
    private const string Misfits = """
        () => {
          const found = [];
          const style = e => getComputedStyle(e);
          const scrolls = e => e && (/auto|scroll/.test(style(e).overflowX) && e !== document.body && e !== document.documentElement || scrolls(e.parentElement));
          const told = e => e && (e.title || told(e.parentElement));
          const say = (e, what) => found.push(`${what} ${e.tagName}.${e.className}: ${(e.textContent || e.value || "").trim().slice(0, 24)}`);
          if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
            say([...document.querySelectorAll("body *")].sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0], "page");
          for (const e of document.querySelectorAll("body *")) {
            if (e.closest("svg, .visually-hidden, script, .tooltip, .copy-said") || !e.checkVisibility({ visibilityProperty: true })) continue;
            const text = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim() !== "");
            const box = e.getBoundingClientRect();
            if (box.width <= 1) continue;
            if ((text || e.matches("button, input, select, textarea, img")) && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(e)) say(e, "outside");
            if (e.matches("input, select, textarea, option") || style(e).display === "inline" || /auto|scroll/.test(style(e).overflowX)) continue;
            const cuts = /hidden|clip/.test(style(e).overflowX);
            if (e.scrollWidth > e.clientWidth + 1 && (cuts ? e.innerText.trim() !== "" && !told(e) : text)) say(e, cuts ? "cut" : "overflow");
          }
          return found;
        }
        """;

    private static readonly int[] Widths = [1280, 390];

    [Fact]
    public async Task Names_of_the_greatest_length_overflow_nowhere()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        var values = await LongestNames.PutAsync(org);
        List<string> misfits = [];
        await maria.GoToAsync("/");
        foreach (var path in Routes.OfPages(org.Server, values).Where(path => path != "/register-mfa").Concat([$"/users/{values["UserName"]}?tab=permissions", "/users?q=WWW", "/hardware-tokens?q=WWW"]))
        {
            await GoAsync(window.Page, path);
            await LookAsync(window.Page, path, misfits);
        }

        foreach (var (path, name) in new[]
                 {
                     ($"/users/{values["UserName"]}", "Remove"), ($"/users/{values["UserName"]}", "Resync"), ($"/users/{values["UserName"]}", "Delete"),
                     ($"/policies/{values["PolicyName"]}", "Delete"), ($"/groups/{values["GroupName"]}", "Add user"), ($"/groups/{values["GroupName"]}", "Delete"),
                 })
        {
            await GoAsync(window.Page, "/notices");
            await GoAsync(window.Page, path);
            var device = window.Page.GetByRole(AriaRole.Radio, new() { Name = "Select " }).First;
            if (name is "Rename" or "Remove" or "Resync") await device.CheckAsync();
            await maria.PressAsync(name);
            await window.Page.Locator("dialog[open] h2").WaitForAsync();
            await LookAsync(window.Page, $"{path} {name}", misfits);
        }

        await window.Page.Locator("dialog[open] input").FillAsync(await window.Page.Locator("dialog[open] input").GetAttributeAsync("placeholder") ?? "");
        await window.Page.Locator("dialog[open] .button-primary").ClickAsync();
        await window.Page.Locator(".flash").GetByText(values["GroupName"]).WaitForAsync();
        await LookAsync(window.Page, "flash message", misfits);
        Assert.True(misfits.Count == 0, "\n" + string.Join('\n', misfits.Distinct()));
    }

    private static async Task GoAsync(IPage page, string path)
    {
        await page.EvaluateAsync("path => { if (location.pathname + location.search === path) return; document.querySelector('main h1')?.setAttribute('data-left', ''); Blazor.navigateTo(path); }", path);
        await page.WaitForFunctionAsync(
            "() => document.querySelector('main h1') && !document.querySelector('[data-left], main .skeleton, main .table-loading')");
    }

    private static async Task LookAsync(IPage page, string what, List<string> misfits)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            misfits.AddRange((await page.EvaluateAsync<string[]>(Misfits)).Select(found => $"{what.Replace(new string('W', 40), "W…")} at {width}: {found}"));
            if (Environment.GetEnvironmentVariable("IAM_PICTURES") is { } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{what.Replace('/', '_').Replace(new string('W', 40), "")}-{width}.png"), FullPage = true });
        }
    }
}
