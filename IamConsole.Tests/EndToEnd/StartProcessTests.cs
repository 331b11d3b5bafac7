using System.Globalization;
using System.Runtime.Versioning;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Data.Sqlite;
using DataFolder = IamConsole.Web.Hosting.DataFolder;
using StartLock = IamConsole.Web.Hosting.StartLock;

namespace IamConsole.Tests.EndToEnd;

/// <summary>
/// Real processes: starts that are killed, commands that are stopped. IAM_START_KILLS says how many starts are killed at
/// other moments besides.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class StartProcessTests : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("IAM_START_KILLS") ?? "0", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iam-console-test-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_first_start_and_a_later_one_that_were_killed_are_followed_by_one_that_starts()
    {
        await using (var first = ConsoleProcess.Server(_data.FullName))
        {
            await first.SaysAsync("Preparing the database");
            await first.KillAsync();
        }

        // From the beginning to a little after the end, on an empty folder and on the one of the last round.
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var start = ConsoleProcess.Server(kill % 2 is 0 ? _data.FullName : _data.CreateSubdirectory($"{kill}").FullName);
            try
            {
                await start.EndAsync().WaitAsync(TimeSpan.FromMilliseconds(4000.0 * (kill + 1) / Kills), TestContext.Current.CancellationToken);
            }
            catch (TimeoutException)
            {
                await start.KillAsync();
            }
        }

        foreach (var folder in _data.GetDirectories().Where(d => d.Name.All(char.IsAsciiDigit)).Append(_data))
        {
            await using var last = ConsoleProcess.Server(folder.FullName);
            await last.ReadyAsync();
            Assert.DoesNotContain("   at ", last.Said, StringComparison.Ordinal);
            Assert.All(Directory.GetFiles(folder.FullName, "iamconsole.db*"), file =>
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        }
    }

    [Fact]
    public async Task A_command_that_is_stopped_leaves_nothing_half_done_and_no_trace()
    {
        // As long as the test has the place, the command waits for it.
        using (var place = await StartLock.TakeAsync(DataFolder.Open(_data.FullName), TimeProvider.System, _ => { }, TestContext.Current.CancellationToken))
        {
            await using var stopped = new ConsoleProcess(["demo", "--data", _data.FullName]);
            await stopped.SaysAsync("Waiting for another start or command");
            stopped.Stop();
            Assert.Equal(143, await stopped.EndAsync());
            Assert.Contains("Stopped before the end.", stopped.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", stopped.Said, StringComparison.Ordinal);
        }

        await using var again = new ConsoleProcess(["demo", "--data", _data.FullName]);
        Assert.Equal(0, await again.EndAsync());
        Assert.Contains("Lumen Labs", again.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ulimit -n 100", "file handles")]
    [InlineData("export PublicUrl=console.example", "PublicUrl")]
    public async Task A_start_that_cannot_succeed_ends_with_1_and_one_sentence(string shell, string told)
    {
        await using var start = ConsoleProcess.Below(shell, "--data", _data.FullName, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, await start.EndAsync());
        Assert.Contains(told, Assert.Single(start.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
