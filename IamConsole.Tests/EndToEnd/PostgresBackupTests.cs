using System.Diagnostics;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IamConsole.Tests.EndToEnd;

/// <summary><c>backup</c> of a server on PostgreSQL, with the command that it prints, and the way back that docs/backup.md tells.</summary>
public sealed class PostgresBackupTests(PostgresServer postgres) : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("iam-console-backup-");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public async Task What_backup_prints_makes_the_dump_that_starts_on_another_server_where_no_used_code_is_good_again()
    {
        var (here, data, backup) = (await postgres.NewDatabaseAsync(PostgresTestDatabase.MigrateAsync), _place.CreateSubdirectory("data"), Path.Combine(_place.FullName, "it's a backup"));
        var org = await Organisation.OpenAsync(new ConsoleServer(On(here), data));
        await using (var command = new ConsoleProcess(["backup", backup, "--data", data.FullName], new() { ["ConnectionStrings__Postgres"] = here }))
        {
            Assert.Equal(0, await command.EndAsync());
            Assert.DoesNotContain("Password", command.Said, StringComparison.OrdinalIgnoreCase);
            await ShellAsync(command.Said.Split('\n').Single(line => line.Contains("pg_dump", StringComparison.Ordinal)));
        }

        var dump = Path.Combine(backup, "database.dump");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(dump).UnixFileMode);
        var used = org.CodesOf(org.Chen).Now();
        Assert.True(await SignsInAsync(org, used));
        await org.DisposeAsync();

        var there = await postgres.NewDatabaseAsync();
        var to = new NpgsqlConnectionStringBuilder(there);
        await ShellAsync($"pg_restore --dbname='host={to.Host} user={to.Username} dbname={to.Database}' \"{dump}\"");
        var empty = _place.CreateSubdirectory("empty");
        await ShellAsync($"cp -a \"{backup}/keys\" \"{backup}/audit\" \"{empty.FullName}/\"");
        await using var server = new ConsoleServer(On(there), empty);
        var restored = org.At(server);

        Assert.False(await SignsInAsync(restored, used));
        server.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.True(await SignsInAsync(restored, restored.CodesOf(restored.Chen).Now()));
        await using var db = await server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await db.AuditEvents.CountAsync(e => e.EventName == "DatabaseRestored" && e.AccountId == null, TestContext.Current.CancellationToken));
    }

    private static Dictionary<string, string?> On(string connection) => new() { ["ConnectionStrings:Postgres"] = connection };

    private static async Task<bool> SignsInAsync(Organisation org, string code)
    {
        using var chen = new RawVisitor(org);
        await chen.PasswordAsync(org.Chen);
        await chen.CodeAsync(code);
        return await chen.IsInAsync();
    }

    private static async Task ShellAsync(string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardError = true };
        start.Environment["PATH"] = PostgresPrograms.FindOrInstall() + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var shell = Process.Start(start)!;
        var said = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, said);
    }
}
