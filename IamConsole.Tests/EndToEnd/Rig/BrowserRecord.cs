using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Pictures, addresses and faults of one test's windows.</summary>
internal sealed class BrowserRecord
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<(string Url, byte[] Png)> _pictures = new();

    public IReadOnlyCollection<string> Faults => _faults;

    public void Add(IEnumerable<string> faults)
    {
        foreach (var fault in faults) _faults.Enqueue(fault);
    }

    public async Task KeepAsync(IPage page)
    {
        try
        {
            var png = await page.ScreenshotAsync(new() { Timeout = 5_000, FullPage = true, Caret = ScreenshotCaret.Initial });
            _pictures.Enqueue((page.Url, png));
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // A crashed or closed window has no picture, and a test must not fail for want of one.
            _pictures.Enqueue(($"{page.Url}: no picture, {error.Message}", []));
        }
    }

    /// <summary>Writes NAME-1.png and so on, and NAME.txt with addresses and faults.</summary>
    public void Write(DirectoryInfo folder, string name)
    {
        folder.Create();
        var notes = new List<string>();
        foreach (var ((url, png), number) in _pictures.Select((p, i) => (p, i + 1)))
        {
            notes.Add($"{number}: {url}");
            if (png.Length > 0) File.WriteAllBytes(Path.Combine(folder.FullName, $"{name}-{number}.png"), png);
        }

        File.WriteAllLines(Path.Combine(folder.FullName, $"{name}.txt"), [.. notes, .. _faults]);
    }
}
