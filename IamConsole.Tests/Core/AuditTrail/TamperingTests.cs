using IamConsole.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>Security bar T58: whatever is done to rows by SQL, the verifier names the first bad one.</summary>
public sealed class TamperingTests
{
    private const string CopyOfRowFour = """
        INSERT INTO "AuditEvents" ("Sequence", "At", "AccountId", "EventName", "Succeeded", "ActorType", "SchemaVersion", "Hash")
        SELECT 99, "At", "AccountId", "EventName", "Succeeded", "ActorType", "SchemaVersion", "Hash" FROM "AuditEvents" WHERE "Sequence" = 4
        """;

    public static TheoryData<DatabaseKind, string, long, string> Attacks()
    {
        var attacks = new TheoryData<DatabaseKind, string, long, string>();
        foreach (var database in Enum.GetValues<DatabaseKind>())
        {
            foreach (var change in new[]
                     {
                         "\"EventName\" = 'SignOut'", "\"Succeeded\" = NOT \"Succeeded\"", "\"Reason\" = 'x'", "\"Reason\" = ''", "\"ActorId\" = NULL",
                         "\"ActorName\" = 'bob'", "\"ActorType\" = 'IAMUser '", "\"ActorArn\" = NULL", "\"Target\" = 'x'", "\"SessionId\" = 'x'",
                         "\"MfaAuthenticated\" = TRUE", "\"DeviceId\" = ''", "\"DeviceSerial\" = ''", "\"Address\" = '192.0.2.8'",
                         "\"UserAgent\" = 'x'", "\"RequestId\" = NULL", "\"Details\" = '[]'", "\"AccountId\" = NULL", "\"SchemaVersion\" = 1",
                         "\"SessionCreatedAt\" = \"At\"",
                         database is DatabaseKind.Sqlite ? "\"At\" = \"At\" + 1" : "\"At\" = \"At\" + interval '1 microsecond'",
                         "\"Hash\" = (SELECT \"Hash\" FROM \"AuditEvents\" WHERE \"Sequence\" = 3)",
                     })
                attacks.Add(database, $"UPDATE \"AuditEvents\" SET {change} WHERE \"Sequence\" = 4", 4, "changed");
            attacks.Add(database, "DELETE FROM \"AuditEvents\" WHERE \"Sequence\" = 1", 1, "missing");
            attacks.Add(database, "DELETE FROM \"AuditEvents\" WHERE \"Sequence\" BETWEEN 4 AND 6", 4, "missing, as are all up to row 6");
            attacks.Add(database, "DELETE FROM \"AuditEvents\" WHERE \"Sequence\" > 5", 6, "missing, as are all up to row ");
            attacks.Add(database, "DELETE FROM \"AuditEvents\"", 1, "missing, as are all up to row ");
            attacks.Add(database, "UPDATE \"AuditEvents\" SET \"Sequence\" = -\"Sequence\" WHERE \"Sequence\" = 4", 1, "out of order");
            attacks.Add(database, CopyOfRowFour, 9, "missing, as are all up to row 98");
            attacks.Add(database, "UPDATE \"AuditChain\" SET \"Mac\" = \"Hash\"", 9, "the end of the trail was changed");
            attacks.Add(database, "DELETE FROM \"AuditChain\"", 9, "the end of the trail was changed");
        }

        return attacks;
    }

    [Theory, MemberData(nameof(Attacks))]
    public async Task T58_each_change_by_sql_is_found_at_its_first_row(DatabaseKind database, string sql, long badRow, string fault)
    {
        await using var iam = await TrailOfEightAsync(database);

        await iam.TamperAsync(sql);

        var verdict = await iam.VerifyAsync();
        Assert.Equal(badRow, verdict.BadRow);
        Assert.StartsWith(fault, verdict.Fault, StringComparison.Ordinal);
        Assert.StartsWith($"The audit trail is broken. First bad row: {badRow} (", verdict.ToString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task T58_two_rows_that_changed_places_are_found_at_the_first(DatabaseKind database)
    {
        await using var iam = await TrailOfEightAsync(database);

        await iam.TamperAsync(
            "UPDATE \"AuditEvents\" SET \"Sequence\" = 1000 WHERE \"Sequence\" = 4",
            "UPDATE \"AuditEvents\" SET \"Sequence\" = 4 WHERE \"Sequence\" = 6",
            "UPDATE \"AuditEvents\" SET \"Sequence\" = 6 WHERE \"Sequence\" = 1000");

        Assert.Equal(4, (await iam.VerifyAsync()).BadRow);
    }

    [Theory, BothDatabases]
    public async Task T58_a_deleted_row_whose_followers_moved_up_is_found_at_its_place(DatabaseKind database)
    {
        await using var iam = await TrailOfEightAsync(database);

        await iam.TamperAsync("DELETE FROM \"AuditEvents\" WHERE \"Sequence\" = 4");
        for (var row = 5; row <= 8; row++) await iam.TamperAsync($"UPDATE \"AuditEvents\" SET \"Sequence\" = {row - 1} WHERE \"Sequence\" = {row}");

        Assert.Equal(4, (await iam.VerifyAsync()).BadRow);
    }

    [Theory, BothDatabases]
    public async Task T58_rows_rewritten_with_all_hashes_anew_but_without_the_key_are_found(DatabaseKind database)
    {
        await using var iam = await TrailOfEightAsync(database);

        await RewriteAsync(iam, from: 4);

        Assert.Equal(4, (await iam.VerifyAsync()).BadRow);
    }

    /// <summary>An attacker's own chain, with a key of his own, over the rows from <paramref name="from"/> on and the end.</summary>
    internal static async Task RewriteAsync(IamScenario iam, long from)
    {
        var folder = Directory.CreateTempSubdirectory("iam-console-attacker-");
        var files = new AuditFiles(folder);
        files.CreateKeys();
        var forged = new AuditChain(files);
        var trail = await iam.TrailAsync();
        var head = forged.Start();
        if (from > 1) (head.Sequence, head.Hash) = (from - 1, trail[(int)from - 2].Hash);
        await using var db = await iam.OpenAsync();
        foreach (var row in trail.Skip((int)from - 1))
        {
            row.Sequence = head.Sequence + 1;
            row.Hash = AuditChain.Link(head.Hash, forged.Digest(row));
            (head.Sequence, head.Hash) = (row.Sequence, row.Hash);
            await db.AuditEvents.Where(e => e.Sequence == row.Sequence).ExecuteUpdateAsync(
                s => s.SetProperty(e => e.Hash, row.Hash).SetProperty(e => e.UserAgent, "forged"), IamScenario.Ct);
        }

        await db.AuditChain.ExecuteUpdateAsync(s => s.SetProperty(h => h.Hash, head.Hash), IamScenario.Ct);
        folder.Delete(recursive: true);
    }

    internal static async Task<IamScenario> TrailOfEightAsync(DatabaseKind database)
    {
        var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        foreach (var name in new[] { "alice", "bob", "carol", "dave" }) await iam.UserAsync(account, root, name);
        Assert.Equal(new AuditVerdict(8, 0), await iam.VerifyAsync());
        return iam;
    }
}
