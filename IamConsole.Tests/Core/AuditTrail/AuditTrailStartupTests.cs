using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>Reliability bar R11: never silently a new key, never a new chain over an old trail.</summary>
public sealed class AuditTrailStartupTests
{
    [Theory, BothDatabases]
    public async Task A_start_without_the_key_with_another_or_without_the_end_of_the_trail_is_refused(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        var key = Path.Combine(iam.AuditFolder.FullName, "chain.key");
        var right = await File.ReadAllTextAsync(key, IamScenario.Ct);

        File.Delete(key);
        await RefusedAsync(iam);
        Assert.False(File.Exists(key));
        await File.WriteAllTextAsync(key, new string('a', 64), IamScenario.Ct);
        await RefusedAsync(iam);
        await File.WriteAllTextAsync(key, right[..20], IamScenario.Ct);
        await RefusedAsync(iam);

        await File.WriteAllTextAsync(key, right, IamScenario.Ct);
        await StartAgainAsync(iam);
        Assert.True((await iam.VerifyAsync()).IsGood);

        await iam.TamperAsync("DELETE FROM \"AuditChain\"");
        await RefusedAsync(iam);
        await iam.TamperAsync($"UPDATE \"AuditEvents\" SET \"Hash\" = {NoHash(database)}");
        await iam.TamperAsync("DELETE FROM \"AuditEvents\" WHERE \"Sequence\" > 2");
        await File.WriteAllTextAsync(iam.Get<AuditFiles>().Checkpoints, "{}\n", IamScenario.Ct);
        await RefusedAsync(iam);
    }

    [Theory, BothDatabases]
    public async Task Rows_older_than_the_chain_are_sealed_once_without_gaps_and_say_so(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);

        // As the version before left it: numbers with gaps, no hashes, no chain, no keys.
        await iam.TamperAsync(
            $"UPDATE \"AuditEvents\" SET \"Hash\" = {NoHash(database)}, \"SchemaVersion\" = 1, \"ActorArn\" = NULL, \"Sequence\" = \"Sequence\" + 100",
            "DELETE FROM \"AuditEvents\" WHERE \"Sequence\" = 105", "DELETE FROM \"AuditChain\"");
        foreach (var file in iam.AuditFolder.GetFiles()) file.Delete();

        await StartAgainAsync(iam);
        await StartAgainAsync(iam);

        var trail = await iam.TrailAsync();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], trail.Select(e => e.Sequence));
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 2], trail.Select(e => e.SchemaVersion));
        Assert.Equal(("AuditTrailUpgraded", "{\"rowsBeforeTheChain\":7,\"renumbered\":7}"), (trail[7].EventName, trail[7].Details));
        Assert.Equal(new AuditVerdict(8, 0), await iam.VerifyAsync());
    }

    private static string NoHash(DatabaseKind database) => database is DatabaseKind.Sqlite ? "x''" : "''";

    private static async Task StartAgainAsync(IamScenario iam)
    {
        await iam.RestartAsync();
        await iam.Get<DatabaseStartup>().RunAsync(IamScenario.Ct);
    }

    private static Task RefusedAsync(IamScenario iam) => Assert.ThrowsAsync<AuditTrailException>(() => StartAgainAsync(iam));
}
