using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>The product as it is installed: a process of its own, that can be killed. Ends with the object.</summary>
internal sealed partial class ConsoleProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it.</summary>
    public ConsoleProcess(string[] arguments, Dictionary<string, string>? environment = null)
        : this("dotnet", [Path.Combine(AppContext.BaseDirectory, "IamConsole.Web.dll"), .. arguments], environment)
    {
    }

    private ConsoleProcess(string program, string[] arguments, Dictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;

        // The tests' own runner sets this one.
        start.Environment.Remove("ASPNETCORE_URLS");
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote up to now, both outputs.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>A server on a free port.</summary>
    public static ConsoleProcess Server(string data, params string[] arguments) => new(["--data", data, "--urls", "http://127.0.0.1:0", .. arguments]);

    /// <summary>The same below a shell, which sets limits first.</summary>
    public static ConsoleProcess Below(string shell, params string[] arguments) =>
        new("sh", ["-c", shell + " && exec dotnet \"$@\"", "sh", Path.Combine(AppContext.BaseDirectory, "IamConsole.Web.dll"), .. arguments], null);

    /// <summary>Waits for the line that says where it can be opened.</summary>
    public async Task<Uri> ReadyAsync()
    {
        var ended = _process.WaitForExitAsync(Ct);
        var first = await Task.WhenAny(_ready.Task, ended).WaitAsync(TimeSpan.FromMinutes(2), Ct);
        return first == _ready.Task ? await _ready.Task : throw new InvalidOperationException($"It ended with {_process.ExitCode}: {Said}");
    }

    /// <summary>Waits until it has written this.</summary>
    public async Task SaysAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!Said.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited && !Said.Contains(text, StringComparison.Ordinal)) throw new InvalidOperationException($"It ended with {_process.ExitCode}: {Said}");
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Its exit code, when it ends by itself.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(Ct).WaitAsync(TimeSpan.FromMinutes(2), Ct);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, as service managers do.</summary>
    public void Stop()
    {
        if (!_process.HasExited) DebianPackage.Run("kill", $"-{Terminate}", $"{_process.Id}");
    }

    /// <summary>Ends it without a word.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private void Take(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        if (Ready().Match(line) is { Success: true } ready) _ready.TrySetResult(new Uri(ready.Groups[1].Value));
    }

    [GeneratedRegex("^IAM Console is ready: (.*)/signin$")]
    private static partial Regex Ready();
}
