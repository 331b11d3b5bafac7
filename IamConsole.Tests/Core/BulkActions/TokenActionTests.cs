using IamConsole.Core.Accounts;
using IamConsole.Core.BulkActions;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Jobs;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.BulkActions;

/// <summary>Many tokens at once, in the background, with a result for each.</summary>
public sealed class TokenActionTests
{
    [Theory, BothDatabases]
    public async Task Each_token_gets_its_own_result_and_others_stay(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var used = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.TokenInStockAsync(Partition.Aws, "HT-2");
        await iam.TokenInStockAsync(Partition.Aws, "XX-3");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", used, "bobs-token");

        var job = (await iam.Get<StartTokenAction>().RunAsync(
            root.Caller, TokenAction.Retire, null, new TokenQuery(Search: "HT-"), IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();

        var items = (await iam.Get<ReadJob>().RunAsync(root.Caller, job.Id, 0, false, IamScenario.Ct)).Ok().Items;
        Assert.Equal(
            [("HT-1", JobItemState.Refused, HardwareTokenErrors.InUseStill.Message), ("HT-2", JobItemState.Done, null)],
            items.Select(i => (i.Label, i.State, i.Message)).OrderBy(i => i.Label));
        Assert.Equal(
            [TokenState.Active, TokenState.Retired, TokenState.Available],
            await iam.ReadAsync(db => db.HardwareTokens.OrderBy(t => t.Serial).Select(t => t.State).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task Tokens_of_other_accounts_cannot_be_chosen(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.ReadAsync(db => db.HardwareTokens.ExecuteUpdateAsync(s => s.SetProperty(t => t.AccountId, account.Id)));

        var refused = await iam.Get<StartTokenAction>().RunAsync(
            stranger.Caller, TokenAction.Retire, ["token-HT-1"], new TokenQuery(), IamScenario.Ct);

        Assert.Equal(BulkActionErrors.NoTokens, refused.Error);
    }
}
