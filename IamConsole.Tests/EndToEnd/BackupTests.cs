using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Operator;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary><c>backup</c>, and what a machine with nothing but a backup becomes.</summary>
public sealed class BackupTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("iam-console-backup-");

    private string Backup => Path.Combine(_place.FullName, "backup");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public async Task A_backup_made_while_people_sign_in_starts_on_an_empty_machine_where_no_used_code_is_good_again()
    {
        var org = await Organisation.OpenAsync();
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        Assert.True(await amina.IsInAsync());
        var cookies = amina.Client.Cookies.ToList();
        var (signIns, backedUp) = (0, new TaskCompletionSource());
        var others = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SignInUntilAsync(org, backedUp.Task, () => Interlocked.Increment(ref signIns))));
        Assert.Equal(0, await RunAsync("backup", Backup, "--data", org.Server.DataFolder));
        backedUp.SetResult();
        await others;
        Assert.True(signIns >= 3);
        Assert.Equal(0, await RunAsync("backup", Backup, "--check"));
        using var chen = new RawVisitor(org);
        await chen.PasswordAsync(org.Chen);
        var used = org.CodesOf(org.Chen).Now();
        await chen.CodeAsync(used);
        Assert.True(await chen.IsInAsync());
        await org.DisposeAsync();

        var data = new DirectoryInfo(Path.Combine(_place.FullName, "data"));
        Copy(new DirectoryInfo(Backup), data);
        await using var restored = new ConsoleServer(data: data);
        var there = org.At(restored);

        using var again = new RawVisitor(there);
        foreach (var cookie in cookies) again.Client.Cookies[cookie.Key] = cookie.Value;
        Assert.False(await again.IsInAsync());
        using var thief = new RawVisitor(there);
        await thief.PasswordAsync(there.Chen);
        await thief.CodeAsync(used);
        Assert.False(await thief.IsInAsync());
        restored.Clock.Advance(TimeSpan.FromSeconds(90));
        using var back = new RawVisitor(there);
        await back.PasswordAsync(there.Chen);
        await back.CodeAsync(there.CodesOf(there.Chen).Now());
        Assert.True(await back.IsInAsync());

        var verdict = await restored.Get<VerifyAuditTrail>().RunAsync(publicKey: null, copy: null, TestContext.Current.CancellationToken);
        Assert.True(verdict.IsGood, verdict.ToString());
        Assert.StartsWith("An older database was brought back", Assert.Single(verdict.Remarks!), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(data.FullName, "audit", "copied")));
        await using var db = await restored.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"noticedBy\":\"backup\"", (await db.AuditEvents.SingleAsync(
            e => e.EventName == "DatabaseRestored" && e.AccountId == null, TestContext.Current.CancellationToken)).Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_its_owners_alone_and_goes_only_where_it_may()
    {
        await using var org = await Organisation.OpenAsync();
        var data = org.Server.DataFolder;
        Assert.Equal(1, await RunAsync("backup", Path.Combine(data, "inside"), "--data", data));
        Assert.Equal(1, await RunAsync("backup", _place.FullName, "--data", Path.Combine(_place.FullName, "nobody")));
        var (open, full) = (_place.CreateSubdirectory("open"), _place.CreateSubdirectory("full"));
        Allow(open, Owner | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
        Allow(full, Owner | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(Path.Combine(full.FullName, "a"), "", TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync("backup", open.FullName, "--data", data));
        Assert.Equal(1, await RunAsync("backup", full.FullName, "--data", data));
        Assert.Equal(1, await RunAsync("backup", Path.Combine(full.FullName, "a"), "--data", data));
        Assert.Equal(1, await RunAsync("backup", full.FullName, "--check"));

        Assert.Equal(0, await RunAsync("backup", Backup, "--data", data));
        Assert.Equal(1, await RunAsync("backup", Backup, "--data", data));

        var files = new DirectoryInfo(Backup).GetFiles("*", SearchOption.AllDirectories);
        Assert.All(files, file => Assert.Equal(Owner, file.UnixFileMode));
        Assert.All(new DirectoryInfo(Backup).GetDirectories().Append(new(Backup)), d => Assert.Equal(Owner | UnixFileMode.UserExecute, d.UnixFileMode));
        Assert.Superset(
            new HashSet<string> { "iamconsole.db", "chain.key", "checkpoint.key", "checkpoint.pub", "checkpoints.jsonl", "copied", "backup.sha256.json" },
            files.Select(f => f.Name).ToHashSet());

        // One byte of the database, and the list that is written last.
        await using (var database = File.Open(Path.Combine(Backup, "iamconsole.db"), FileMode.Open))
        {
            database.Position = database.Length - 1;
            database.WriteByte(1);
        }

        Assert.Equal(1, await RunAsync("backup", Backup, "--check"));
        File.Delete(Path.Combine(Backup, "backup.sha256.json"));
        Assert.Equal(1, await RunAsync("backup", Backup, "--check"));
    }

    [Fact]
    public async Task A_server_whose_clock_is_behind_its_records_does_not_start_until_the_operator_says_that_it_is_right()
    {
        var data = _place.CreateSubdirectory("clock");
        await using (var server = new ConsoleServer(data: data))
        {
            server.Clock.Advance(TimeSpan.FromDays(400));
            await Organisation.OpenAsync(server);
        }

        Assert.ThrowsAny<Exception>(() => new ConsoleServer(data: data));
        Assert.Equal(0, await RunAsync("clock-corrected", "--data", data.FullName));
        await using var right = new ConsoleServer(data: data);
        Assert.NotNull(right.Url);
    }

    [Fact]
    public async Task Restored_and_renewed_by_command_and_the_trail_is_good()
    {
        var data = _place.CreateSubdirectory("commands");
        await using (var org = await Organisation.OpenAsync(new ConsoleServer(data: data)))
        {
            using var amina = new RawVisitor(org);
            await amina.PasswordAsync(org.Amina);
            Assert.Equal(1, await RunAsync("renew-audit", "--data", data.FullName));
            Assert.Equal(1, await RunAsync("lost-keys", "--data", data.FullName));
            Assert.Equal(0, await RunAsync("restored", "--data", data.FullName));
            Assert.False(await amina.IsInAsync());
        }

        Assert.Equal(1, await RunAsync("renew-audit", "--data", data.FullName));
        File.Delete(Path.Combine(data.FullName, "audit", "chain.key"));
        Assert.Equal(2, await RunAsync("verify-audit", "--data", data.FullName));
        Assert.Equal(0, await RunAsync("renew-audit", "--data", data.FullName));
        Assert.Equal(0, await RunAsync("verify-audit", "--data", data.FullName));
        Assert.Equal(0, await RunAsync("lost-keys", "--data", data.FullName));
        Directory.Delete(Path.Combine(data.FullName, "keys"), recursive: true);
        Assert.Equal(0, await RunAsync("lost-keys", "--remove", "--data", data.FullName));
        await using var again = new ConsoleServer(data: data);
        Assert.NotNull(again.Url);
    }

    private static void Allow(DirectoryInfo folder, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = mode;
    }

    private static Task<int> RunAsync(params string[] command) => OperatorCommands.RunAsync(command);

    private static async Task SignInUntilAsync(Organisation org, Task end, Action done)
    {
        do
        {
            using var visitor = new RawVisitor(org);
            await visitor.PasswordAsync(org.Amina);
            if (await visitor.IsInAsync()) done();
        }
        while (!end.IsCompleted);
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        to.Create();
        foreach (var file in from.GetFiles()) file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var folder in from.GetDirectories()) Copy(folder, new DirectoryInfo(Path.Combine(to.FullName, folder.Name)));
    }
}
