using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>One window that walks through the console while the database keeps it waiting, in one circuit, and looks after each step.</summary>
internal sealed class Walk(IPage page, Organisation org, DatabaseGate gate, LogRecord log)
{
    // Fields get something to send; search fields lead elsewhere by themselves.
    private const string Fill = """
        name => {
          for (const field of document.querySelectorAll("main input.input, main textarea")) {
            if (field.value !== "" || field.disabled || field.readOnly || field.type === "search" || field.type === "date") continue;
            field.value = field.type === "email" ? name + "@example.com" : name;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            field.dispatchEvent(new Event("change", { bubbles: true }));
          }
        }
        """;

    private const string Buttons = """
        dialog => [...(dialog ? document.querySelector("dialog[open]") : document.querySelector("main")).querySelectorAll("button")]
          .filter(b => !b.disabled && b.ariaDisabled !== "true" && b.offsetParent !== null && (dialog || !b.closest("dialog")))
          .sort((a, b) => b.classList.contains("button-primary") - a.classList.contains("button-primary"))
        """;

    // What leads away at once would hide what the others do.
    private const string PressAll = $$"""
        () => {
          const all = ({{Buttons}})(false).filter(b => !/^(Cancel|Back|Previous|Sign out)/.test(b.textContent.trim()));
          for (const button of all) { button.click(); button.click(); }
          return all.length;
        }
        """;

    private const string PressOne = $$"""
        ([number, times, dialog]) => {
          const button = ({{Buttons}})(dialog)[number];
          if (!button) return null;
          const name = button.textContent.trim() || button.ariaLabel || "?";
          for (let i = 0; i < times; i++) button.click();
          return name;
        }
        """;

    private const string There = """
        path => location.pathname === path && document.querySelector("main h1") !== null && document.querySelector("[data-left]") === null
          && document.querySelector("main .skeleton") === null
        """;

    // The old page stands until the server has drawn the new one: its title is marked.
    private const string Leave = """
        path => {
          if (location.pathname === path) return;
          document.querySelector("main h1")?.setAttribute("data-left", "");
          Blazor.navigateTo(path);
        }
        """;

    private int _steps;

    /// <summary>Pages that were there to be pressed.</summary>
    public int Pages { get; private set; }

    /// <summary>Buttons that were pressed, each twice.</summary>
    public int Pressed { get; private set; }

    private IEnumerable<string> Faults => log.Lines.Where(line => line.StartsWith("Error: ", StringComparison.Ordinal) || line.StartsWith("Critical: ", StringComparison.Ordinal));

    /// <summary>How many questions a few seconds on a quiet page cost.</summary>
    public async Task<long> AskedInAWhileAsync()
    {
        await GoAsync("/groups");
        await GoAsync("/policies");
        var before = gate.Count;
        for (var second = 0; second < 4; second++)
        {
            org.Server.Clock.Advance(TimeSpan.FromSeconds(1));
            await GoAsync(second % 2 == 0 ? "/groups" : "/policies");
        }

        return gate.Count - before;
    }

    /// <summary>Leaves a page before it has come, then again with everything on it pressed twice.</summary>
    public async Task PressAllAsync(string path)
    {
        var before = await LastAsync();
        gate.Hold();
        var from = new Uri(page.Url).AbsolutePath;
        await page.EvaluateAsync(Leave, path);

        // A page that leads elsewhere at once may have done so already.
        await SeesAsync($"path => location.pathname === path || location.pathname !== '{from}'", path, path);
        await LeaveAsync(path, path, before);
        if (!await GoAsync(path)) return;
        Pages++;
        before = await LastAsync();
        await page.EvaluateAsync(Fill, $"walk-{++_steps}");
        gate.Hold();
        Pressed += await page.EvaluateAsync<int>(PressAll);
        await LeaveAsync(path, path, before);
    }

    /// <summary>Presses one button twice, or one in the dialog that it opens, and leaves; false where there is none.</summary>
    public async Task<bool> PressAsync(string path, int button, int? inDialog = null)
    {
        if (!await GoAsync(path)) return false;
        await page.EvaluateAsync(Fill, $"walk-{++_steps}");
        var before = await LastAsync();
        if (inDialog is not null)
        {
            await page.EvaluateAsync<string?>(PressOne, new object[] { button, 1, false });
            if (!await OpensAsync()) return false;
            await page.EvaluateAsync(Fill, $"walk-{_steps}");
        }

        gate.Hold();
        var pressed = await page.EvaluateAsync<string?>(PressOne, new object[] { inDialog ?? button, 2, inDialog is not null });
        await LeaveAsync(path, $"{path} {button} {inDialog} {pressed}", before);
        if (pressed is not null) Pressed++;
        return pressed is not null;
    }

    /// <summary>The window lives, and the server has nothing to complain of.</summary>
    public void AssertHealthy(string what) => Assert.True(!Faults.Any(), $"{what}: {string.Join('\n', Faults)}");

    private async Task<bool> OpensAsync()
    {
        try
        {
            await page.WaitForSelectorAsync("dialog[open] button", new() { Timeout = 700 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task LeaveAsync(string path, string what, long before)
    {
        var elsewhere = path == "/groups" ? "/policies" : "/groups";
        await GetToAsync(elsewhere, "path => location.pathname === path && document.querySelector('[data-left]') === null", what);
        gate.Release();
        await GetToAsync(elsewhere, There, what);
        await SeesAsync($"path => ({There})(path) && document.querySelector('main [aria-busy=true]') === null", elsewhere, what);
        Assert.False(await page.Locator("#blazor-error-ui").IsVisibleAsync(), $"{what}: the circuit ended");
        AssertHealthy(what);
        var twice = (await RowsAsync(before)).GroupBy(row => row).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        Assert.True(twice.Count == 0, $"{what}: twice: {string.Join(", ", twice)}");
    }

    // False for an address that leads to another one.
    private async Task<bool> GoAsync(string path)
    {
        await page.EvaluateAsync(Leave, path);
        await SeesAsync($"path => ({There})(path) || location.pathname !== path && ({There})(location.pathname)", path, path);
        return new Uri(page.Url).AbsolutePath == path;
    }

    // What sorts or filters leads to the same page: such a click, on its way when the page was left, may overtake the leaving.
    private async Task GetToAsync(string path, string condition, string what)
    {
        for (var again = 0; again < 4; again++)
        {
            await page.EvaluateAsync(Leave, path);
            try
            {
                await page.WaitForFunctionAsync(condition, path, new() { Timeout = 5_000 });
                return;
            }
            catch (TimeoutException)
            {
                // Left once more.
            }
        }

        await SeesAsync(condition, path, what);
    }

    private async Task SeesAsync(string condition, string argument, string what)
    {
        try
        {
            await page.WaitForFunctionAsync(condition, argument);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{what}: at {page.Url}, waiting for {argument}: {string.Join('\n', Faults)} {await page.Locator("main").InnerHTMLAsync()}");
        }
    }

    private Task<long> LastAsync() =>
        org.InDatabaseAsync(db => db.AuditEvents.MaxAsync(e => e.Sequence, TestContext.Current.CancellationToken));

    private Task<List<string>> RowsAsync(long after) => org.InDatabaseAsync(db => db.AuditEvents
        .Where(e => e.Sequence > after).Select(e => e.EventName + " " + e.Target + " " + e.Details).ToListAsync(TestContext.Current.CancellationToken));
}
