using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>
/// Over every page, with a database that keeps everybody waiting: whatever can be pressed is pressed twice, and the page is left
/// before an answer came. No window dies, nothing is logged as a fault, and nothing is done twice.
/// </summary>
public sealed class WindowWalkTests(ChromiumBrowser browser)
{
    private const string Elsewhere = "/security-credentials";

    // Fields get something to send; search fields lead elsewhere by themselves.
    private const string Fill = """
        name => {
          for (const field of document.querySelectorAll("main input.input, main textarea")) {
            if (field.value !== "" || field.disabled || field.readOnly || field.type === "search") continue;
            field.value = field.type === "email" ? name + "@example.com" : name;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            field.dispatchEvent(new Event("change", { bubbles: true }));
          }
        }
        """;

    private const string PressTwice = """
        () => {
          const all = [...document.querySelectorAll("main button")]
            .filter(b => !b.disabled && b.ariaDisabled !== "true" && b.offsetParent !== null)
            .sort((a, b) => b.classList.contains("button-primary") - a.classList.contains("button-primary"));
          for (const button of all) {
            button.click();
            button.click();
          }
          return all.length;
        }
        """;

    private const string Settled = """
        path => location.pathname === path && document.querySelector("main h1") !== null && document.querySelector("[data-left]") === null
          && document.querySelector("main .skeleton, main [aria-busy=true]") === null
        """;

    // The old page stands until the server has drawn the new one: its title is marked.
    private const string Leave = """
        path => {
          document.querySelector("main h1")?.setAttribute("data-left", "");
          Blazor.navigateTo(path);
        }
        """;

    [Fact]
    public async Task Every_page_is_pressed_twice_and_left_early()
    {
        var gate = new DatabaseGate();
        var log = new LogRecord { Lowest = LogLevel.Error };
        await using var org = await Organisation.OpenAsync(new ConsoleServer(log: log, gate: gate));
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        var device = await org.FindDeviceAsync("chen.yulan-phone");
        var values = new Dictionary<string, string>
        {
            ["UserName"] = org.Chen.Name, ["GroupName"] = "walkers", ["PolicyName"] = "AdministratorAccess", ["Serial"] = org.FreeToken.Identifier,
            ["DeviceId"] = device!.Id, ["JobId"] = "none", ["ConsignmentId"] = "none", ["ModelKey"] = "none",
        };
        var pages = Routes.OfPages(org.Server, values).Where(path => !path.Contains("/~/", StringComparison.Ordinal) || path.EndsWith("import", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 25, string.Join(' ', pages));
        var pressed = 0;
        foreach (var path in pages.Where(path => path != Elsewhere))
        {
            var before = await LastAsync(org);
            if (!await GoAsync(window.Page, path)) continue;
            await window.Page.EvaluateAsync(Fill, $"walk-{pages.IndexOf(path)}");
            gate.Hold();
            pressed += await window.Page.EvaluateAsync<int>(PressTwice);
            await window.Page.EvaluateAsync(Leave, Elsewhere);
            await SeesAsync(window.Page, "path => location.pathname === path && document.querySelector('[data-left]') === null", Elsewhere, path);
            gate.Release();
            await SeesAsync(window.Page, Settled, Elsewhere, path);
            Assert.False(await window.Page.Locator("#blazor-error-ui").IsVisibleAsync(), $"{path}: the circuit ended\n{string.Join('\n', Faults(log))}");
            var twice = (await RowsAsync(org, before)).GroupBy(row => row).Where(same => same.Count() > 1).Select(same => same.Key);
            Assert.True(!twice.Any(), $"{path}: {string.Join(", ", twice)}");
        }

        Assert.True(pressed > 40, $"Only {pressed} buttons.");
        Assert.Empty(Faults(log));
    }

    private static IEnumerable<string> Faults(LogRecord log) => log.Lines.Where(line =>
        line.StartsWith("Error: ", StringComparison.Ordinal) || line.StartsWith("Critical: ", StringComparison.Ordinal));

    // False for an address that leads to another one.
    private static async Task<bool> GoAsync(IPage page, string path)
    {
        await page.EvaluateAsync(Leave, path);
        await SeesAsync(page, $"path => ({Settled})(path) || location.pathname !== path && ({Settled})(location.pathname)", path, path);
        return new Uri(page.Url).AbsolutePath == path;
    }

    private static async Task SeesAsync(IPage page, string condition, string argument, string path)
    {
        try
        {
            await page.WaitForFunctionAsync(condition, argument);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{path}: still at {page.Url}: {await page.Locator("main").InnerHTMLAsync()}");
        }
    }

    private static Task<long> LastAsync(Organisation org) =>
        org.InDatabaseAsync(db => db.AuditEvents.MaxAsync(e => e.Sequence, TestContext.Current.CancellationToken));

    private static Task<List<string>> RowsAsync(Organisation org, long after) => org.InDatabaseAsync(db => db.AuditEvents
        .Where(e => e.Sequence > after).Select(e => e.EventName + " " + e.Target + " " + e.Details).ToListAsync(TestContext.Current.CancellationToken));
}
