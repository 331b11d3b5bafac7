using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>The program itself, as a process with its own runtime configuration, on an empty data folder.</summary>
internal sealed partial class SetUpProgram : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iam-console-test-");
    private readonly Process _process;

    public SetUpProgram()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "IamConsole.Web.dll"), "--data", _data.FullName, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        _process = Process.Start(start)!;
    }

    /// <summary>The link that it prints when it is ready.</summary>
    public async Task<Uri> SetUpLinkAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (Link().Match(line) is { Success: true } link) return new Uri(link.Value);
        throw new InvalidOperationException("It ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    [GeneratedRegex(@"http://\S+/setup\?code=\S+")]
    private static partial Regex Link();
}
