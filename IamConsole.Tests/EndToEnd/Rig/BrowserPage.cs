using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>
/// A window that remembers what went wrong in it: script errors, violations of the content security policy, files of the
/// page that did not come. Its test fails on any of them at its end, beside whatever else it found (<see cref="BrowserEvidence"/>).
/// </summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private static readonly string[] PartsOfAPage = ["script", "stylesheet", "font", "image"];

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentBag<string> _allowed = [];
    private readonly BrowserRecord? _record;

    public BrowserPage(IPage page)
    {
        Page = page;
        _record = BrowserEvidence.OfCurrentTest();
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Console += (_, message) =>
        {
            // A refused request (400, 401, 403, 404, 503) is a test's business, not a fault of the page.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _faults.Enqueue(message.Text);
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && PartsOfAPage.Contains(response.Request.ResourceType))
                _faults.Enqueue($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong and was not allowed.</summary>
    public IEnumerable<string> Faults => _faults.Where(f => !_allowed.Any(a => f.Contains(a, StringComparison.Ordinal)));

    /// <summary>This test provokes faults with <paramref name="text"/> in them.</summary>
    public void Allow(string text) => _allowed.Add(text);

    public async ValueTask DisposeAsync()
    {
        if (_record is not null) await _record.KeepAsync(Page);
        await Page.Context.CloseAsync();
        if (_record is null) Assert.Empty(Faults);
        else _record.Add(Faults);
    }
}
