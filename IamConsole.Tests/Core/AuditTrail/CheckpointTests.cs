using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IamConsole.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>Checkpoints lie outside the database and are signed: they find what the database alone can hide.</summary>
public sealed class CheckpointTests
{
    [Theory, BothDatabases]
    public async Task A_tail_cut_off_together_with_an_older_end_is_found_by_the_checkpoint(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        var older = await iam.ReadAsync(db => db.AuditChain.AsNoTracking().SingleAsync());
        var (account, root) = await iam.SignedInRootAsync();
        await iam.CheckpointAsync();

        // Somebody kept the end as it was at row 8, signature of the key included, and puts it back.
        await iam.TamperAsync("DELETE FROM \"AuditEvents\" WHERE \"Sequence\" > 8");
        await iam.ReadAsync(db => db.AuditChain.ExecuteUpdateAsync(s => s
            .SetProperty(h => h.Sequence, older.Sequence).SetProperty(h => h.Hash, older.Hash).SetProperty(h => h.Mac, older.Mac)));

        var verdict = await iam.VerifyAsync();
        Assert.Equal((9L, "missing, as are all up to row 12"), (verdict.BadRow, verdict.Fault));
        await Assert.ThrowsAsync<AuditTrailException>(iam.CheckpointAsync);
    }

    [Theory, BothDatabases]
    public async Task A_trail_written_anew_with_a_new_key_does_not_pass_the_old_checkpoints(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.CheckpointAsync();
        var publicKey = await File.ReadAllTextAsync(iam.Get<AuditFiles>().PublicKeyFile, IamScenario.Ct);
        var checkpoints = await File.ReadAllTextAsync(iam.Get<AuditFiles>().Checkpoints, IamScenario.Ct);

        // With the data folder in his hands too, the attacker makes keys, chain and checkpoints of his own.
        foreach (var file in iam.AuditFolder.GetFiles()) file.Delete();
        await iam.RestartAsync();
        iam.Get<AuditFiles>().CreateKeys();
        await iam.TamperAsync("UPDATE \"AuditEvents\" SET \"UserAgent\" = 'forged' WHERE \"Sequence\" = 4", "DELETE FROM \"AuditChain\"");
        await iam.ReadAsync(async db =>
        {
            var head = iam.Get<AuditChain>().Start();
            foreach (var row in await iam.TrailAsync())
            {
                iam.Get<AuditChain>().Extend(head, [row]);
                await db.AuditEvents.Where(e => e.Sequence == row.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.Hash, row.Hash));
            }

            db.AuditChain.Add(head);
            return await db.SaveChangesAsync();
        });
        await iam.CheckpointAsync();

        // Who looks only at what is there sees nothing; an auditor's copy of key or checkpoints does.
        Assert.True((await iam.VerifyAsync()).IsGood);
        Assert.Contains("signature is wrong", (await iam.VerifyAsync(publicKey)).Fault, StringComparison.Ordinal);
        await File.WriteAllTextAsync(iam.Get<AuditFiles>().Checkpoints, checkpoints, IamScenario.Ct);
        Assert.Equal(8, (await iam.VerifyAsync(publicKey)).BadRow);
    }

    [Fact]
    public async Task Each_change_of_the_checkpoint_file_is_found_and_a_line_cut_off_by_a_crash_is_none()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        var file = iam.Get<AuditFiles>().Checkpoints;
        await iam.CheckpointAsync();
        for (var i = 0; i < 2; i++)
        {
            await iam.AccountWithRootAsync();
            iam.Clock.Advance(TimeSpan.FromHours(1));
            await iam.CheckpointAsync();
        }

        var lines = await File.ReadAllLinesAsync(file, IamScenario.Ct);
        Assert.Equal(new AuditVerdict(10, 3), await iam.VerifyAsync());
        Assert.Contains("does not follow", await FaultAsync([lines[0], lines[2]]), StringComparison.Ordinal);
        Assert.Contains("does not follow", await FaultAsync([lines[1], lines[2]]), StringComparison.Ordinal);
        Assert.Contains("does not follow", await FaultAsync([lines[0], lines[2], lines[1]]), StringComparison.Ordinal);
        Assert.Contains("signature is wrong", await FaultAsync([lines[0], With(lines[1], "time", "2026-03-02T09:00:06+00:00"), lines[2]]), StringComparison.Ordinal);
        Assert.Contains("not the row that the checkpoint", await FaultAsync([lines[0], With(lines[1], "sequence", 8), lines[2]]), StringComparison.Ordinal);
        Assert.Contains("no checkpoint", await FaultAsync([lines[0], "{}", lines[2]]), StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, string.Join('\n', lines[..2]) + "\n" + lines[2][..40], IamScenario.Ct);
        var cut = await iam.VerifyAsync();
        Assert.Equal((10L, 2, true), (cut.Rows, cut.Checkpoints, cut.IsGood));
        Assert.Contains("one was signed for row 10, and the last one here is of row 9", Assert.Single(cut.Remarks!), StringComparison.Ordinal);
        await iam.CheckpointAsync();
        Assert.Equal(new AuditVerdict(10, 3), await iam.VerifyAsync());

        async Task<string?> FaultAsync(string[] altered)
        {
            await File.WriteAllTextAsync(file, string.Join('\n', altered) + "\n", IamScenario.Ct);
            return (await iam.VerifyAsync()).Fault;
        }
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_signed_over_a_row_that_was_changed_since_the_last_checkpoint(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.TamperAsync("UPDATE \"AuditEvents\" SET \"ActorName\" = 'bob' WHERE \"Sequence\" = 5");

        var refused = await Assert.ThrowsAsync<AuditTrailException>(iam.CheckpointAsync);

        Assert.Contains("row 5", refused.Message, StringComparison.Ordinal);
        Assert.False(iam.Get<AuditFiles>().HasCheckpoints);
    }

    [Fact]
    public async Task Keys_are_their_owners_alone_and_the_signature_is_one_that_other_programs_check()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        var checkpoint = await iam.CheckpointAsync();

        Assert.All(iam.AuditFolder.GetFiles(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(iam.Get<AuditFiles>().PublicKeyFile, IamScenario.Ct));
        var text = $"20:iam-audit-checkpoint,1:8,64:{checkpoint.Hash},28:2026-03-02T08:00:05.0000000Z,-,";
        Assert.True(key.VerifyData(
            System.Text.Encoding.ASCII.GetBytes(text), Convert.FromBase64String(checkpoint.Signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    private static string With(string line, string member, JsonNode value)
    {
        var parsed = JsonNode.Parse(line)!;
        parsed[member] = value;
        return parsed.ToJsonString();
    }
}
