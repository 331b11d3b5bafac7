using IamConsole.Core.AuditTrail;
using IamConsole.Core.Restoring;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Restoring;

/// <summary>
/// A database of an earlier day comes back: no code that was used since is good again, nobody is signed in, and the trail
/// goes on and says so, every time it is checked.
/// </summary>
public sealed class RestoredDatabaseTests
{
    [Theory, BothDatabases]
    public async Task Checkpoints_ahead_of_the_database_are_noticed_and_used_codes_and_sessions_are_dead(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var before = await iam.SignInAsync(alice);
        var pending = await iam.PendingAsync(alice);
        await iam.CheckpointAsync();
        var bringBack = await iam.KeepDatabaseAsync();
        var lastRow = (await iam.LastEventAsync()).Sequence;
        await iam.SignInAsync(alice);
        var used = alice.App!.Code();
        await iam.CheckpointAsync();

        await bringBack();
        await iam.StartAgainAsync();

        Assert.Null(await iam.Get<ReadSession>().RunAsync(before.Token, IamScenario.Ct));
        Assert.NotNull((await iam.TypeCodeAsync(pending, alice.App.Code())).Error);
        foreach (var code in new[] { used, alice.App.Code(), alice.App.Code(1) })
            Assert.NotNull((await iam.TypeCodeAsync(await iam.PendingAsync(alice), code)).Error);
        iam.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(SignInNext.Done, (await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App.Code())).Ok().Next);

        var said = (await iam.TrailAsync()).Single(e => e.EventName == "DatabaseRestored" && e.AccountId is null);
        Assert.Equal((lastRow + 1, "Operator", true), (said.Sequence, said.ActorType, said.Succeeded));
        Assert.Contains($"\"noticedBy\":\"checkpoints\",\"lastRow\":{lastRow},", said.Details, StringComparison.Ordinal);
        await iam.CheckpointAsync();
        await RemarkedAsync(iam, $"in row {lastRow + 1}. What happened between row {lastRow} and then is not in it. Rows {lastRow + 1} to ");
        Assert.Contains(await iam.ReadAsync(db => db.Notices.ToListAsync()), n => n.Text.StartsWith("An older copy", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_start_that_is_cut_off_does_it_again_and_one_that_was_not_never_does(DatabaseKind database)
    {
        await using var iam = await OlderAsync(database);

        // Both at once: two servers, or a server and a command.
        var both = await Task.WhenAll(Resume(iam), Resume(iam));
        Assert.Single(both, r => r is not null);
        await iam.StartAgainAsync();
        await iam.CheckpointAsync();
        await iam.StartAgainAsync();
        await iam.CheckpointAsync();

        Assert.Single(await iam.TrailAsync(), e => e.EventName == "DatabaseRestored" && e.AccountId is null);
        var lines = await File.ReadAllLinesAsync(iam.Get<AuditFiles>().Checkpoints, IamScenario.Ct);
        Assert.Single(lines, l => l.Contains("\"restoredTo\":", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Another_server_with_checkpoints_of_its_own_takes_over_what_the_first_one_wrote(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.CheckpointAsync();
        var bringBack = await iam.KeepDatabaseAsync();
        await iam.AccountWithRootAsync();
        await iam.CheckpointAsync();
        var (file, others) = (iam.Get<AuditFiles>().Checkpoints, Path.Combine(iam.AuditFolder.FullName, "of-the-other"));
        File.Copy(file, others);
        await bringBack();
        await iam.StartAgainAsync();
        await iam.CheckpointAsync();

        File.Copy(others, file, overwrite: true);
        await iam.StartAgainAsync();
        await iam.CheckpointAsync();

        Assert.Single(await iam.TrailAsync(), e => e.EventName == "DatabaseRestored" && e.AccountId is null);
        await RemarkedAsync(iam, "Rows 9 to 9 of the time before");
    }

    [Theory, BothDatabases]
    public async Task The_operator_says_it_where_nothing_else_does_and_the_same_day_may_come_back_twice(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        var bringBack = await iam.KeepDatabaseAsync();
        await iam.StartAgainAsync();
        Assert.Equal(8, (await iam.TrailAsync()).Count);

        var done = await iam.Get<ResumeRestored>().RunAsync(told: true, IamScenario.Ct);
        Assert.Equal(("operator", 8L), (done!.Sign, done.LastRow));
        await iam.CheckpointAsync();
        await RemarkedAsync(iam, "What happened between row 8 and then");
        iam.Clock.Advance(TimeSpan.FromMinutes(1));

        await bringBack();
        await iam.StartAgainAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        await iam.CheckpointAsync();
        await RemarkedAsync(iam, "Rows 9 to 10 of the time before");
    }

    [Theory, BothDatabases]
    public async Task An_older_database_that_ran_on_before_anybody_noticed_is_noticed_by_the_checkpoints_beside_it(DatabaseKind database)
    {
        await using var iam = await OlderAsync(database);
        var (file, away) = (iam.Get<AuditFiles>().Checkpoints, Path.Combine(iam.AuditFolder.FullName, "away"));
        File.Move(file, away);
        for (var i = 0; i < 4; i++) await iam.AccountWithRootAsync();
        File.Move(away, file);

        await iam.StartAgainAsync();
        await iam.CheckpointAsync();

        await RemarkedAsync(iam, "What happened between row 8 and then");
    }

    [Theory, BothDatabases]
    public async Task A_copy_of_the_audit_folder_is_known_by_its_mark_and_only_once(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await File.WriteAllTextAsync(iam.Get<AuditFiles>().CopyMark, "", IamScenario.Ct);

        await iam.StartAgainAsync();
        await iam.StartAgainAsync();

        var said = Assert.Single(await iam.TrailAsync(), e => e.EventName == "DatabaseRestored" && e.AccountId is null);
        Assert.Contains("\"noticedBy\":\"backup\"", said.Details, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_trail_that_was_changed_and_not_brought_back_is_no_restored_one(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.CheckpointAsync();
        await iam.TamperAsync("UPDATE \"AuditEvents\" SET \"Hash\" = (SELECT \"Hash\" FROM \"AuditEvents\" WHERE \"Sequence\" = 3) WHERE \"Sequence\" = 8");

        await iam.StartAgainAsync();

        Assert.DoesNotContain(await iam.TrailAsync(), e => e.EventName == "DatabaseRestored");
        Assert.Equal(8, (await iam.VerifyAsync()).BadRow);
    }

    [Theory, BothDatabases]
    public async Task Tokens_in_stock_are_raised_too_and_a_restored_trail_still_gives_extracts(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.TokenInStockAsync(account.Partition, "T-1");
        await iam.CheckpointAsync();
        var bringBack = await iam.KeepDatabaseAsync();
        for (var i = 0; i < 3; i++) await iam.UserAsync(account, root, $"lost-{i}");
        await iam.CheckpointAsync();
        await bringBack();
        await iam.StartAgainAsync();
        await iam.CheckpointAsync();

        Assert.True(await iam.ReadAsync(db => db.HardwareTokens.Select(t => t.LastAcceptedStep).SingleAsync()) > iam.Now.ToUnixTimeSeconds() / 30);
        var again = await iam.SignInAsync(account.Root);
        await iam.UserAsync(account, again, "bob");
        var extract = await iam.ExportAsync(again, ExportFormat.Extract, new EventFilter(EventName: "CreateUser"));
        Assert.True((await VerifyExtract.RunAsync(new StringReader(extract), null, IamScenario.Ct)).IsGood);
        Assert.DoesNotContain("exportedAt", extract, StringComparison.Ordinal);
    }

    private static Task<Resumption?> Resume(IamScenario iam) => iam.Get<ResumeRestored>().RunAsync(told: false, IamScenario.Ct);

    /// <summary>A database up to row 8, brought back when there was a checkpoint of row 9.</summary>
    private static async Task<IamScenario> OlderAsync(DatabaseKind database)
    {
        var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.CheckpointAsync();
        var bringBack = await iam.KeepDatabaseAsync();
        await iam.AccountWithRootAsync();
        await iam.CheckpointAsync();
        await bringBack();
        return iam;
    }

    private static async Task RemarkedAsync(IamScenario iam, string words)
    {
        var verdict = await iam.VerifyAsync();
        Assert.True(verdict.IsGood, verdict.ToString());
        Assert.Contains(verdict.Remarks!, r => r.StartsWith("An older database was brought back", StringComparison.Ordinal) && r.Contains(words, StringComparison.Ordinal));
    }
}
