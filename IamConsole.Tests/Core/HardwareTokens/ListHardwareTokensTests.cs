using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.HardwareTokens;

/// <summary>The list of tokens: what an account sees, filters, pages.</summary>
public sealed class ListHardwareTokensTests
{
    [Theory, BothDatabases]
    public async Task An_account_sees_the_common_stock_and_its_own_and_neither_others_nor_the_other_partition(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-2");
        await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.TokenInStockAsync(Partition.AwsUsGov, "GOV-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-2", token, "bobs-token");

        Assert.Equal(["HT-1", "HT-2"], await SerialsAsync(iam, root, new TokenQuery()));
        Assert.Equal(["HT-1"], await SerialsAsync(iam, stranger, new TokenQuery()));
        var foreign = await iam.Get<GetHardwareToken>().RunAsync(stranger.Caller, "HT-2", null, IamScenario.Ct);
        Assert.Equal(HardwareTokenErrors.NotInStock, foreign.Error);
        Assert.Equal(HardwareTokenErrors.NotInStock, (await iam.Get<ChangeTokenState>().RunAsync(
            stranger.Caller, "token-HT-2", TokenAction.ReportLost, IamScenario.Ct)).Error);
    }

    [Theory, BothDatabases]
    public async Task Filters_and_search_narrow_each_other_and_expiry_is_a_state(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-10");
        await iam.TokenInStockAsync(Partition.Aws, "HT-11", new DateOnly(2026, 3, 1));
        await iam.TokenInStockAsync(Partition.Aws, "HT-12", new DateOnly(2026, 3, 12));
        await iam.TokenInStockAsync(Partition.Aws, "XY-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-10", token, "bobs-token");

        Assert.Equal(["HT-10", "HT-11", "HT-12"], await SerialsAsync(iam, root, new TokenQuery(Search: "ht-1")));
        Assert.Equal(["HT-10"], await SerialsAsync(iam, root, new TokenQuery(Search: "Bob")));
        Assert.Equal(["HT-12"], await SerialsAsync(iam, root, new TokenQuery(Search: "ht", State: TokenState.Available)));
        Assert.Equal(["HT-11"], await SerialsAsync(iam, root, new TokenQuery(State: TokenState.Expired)));
        Assert.Equal(["HT-10"], await SerialsAsync(iam, root, new TokenQuery(State: TokenState.Active)));
        Assert.Equal(["HT-12"], await SerialsAsync(iam, root, new TokenQuery(ExpiresWithin: 30)));
        Assert.Empty(await SerialsAsync(iam, root, new TokenQuery(Vendor: "Nobody")));
        Assert.Empty(await SerialsAsync(iam, root, new TokenQuery(Search: "\0")));
    }

    [Theory, BothDatabases]
    public async Task Pages_follow_each_other_over_both_stocks_in_either_direction(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        for (var i = 0; i < 9; i++) await iam.TokenInStockAsync(Partition.Aws, "HT-" + i);
        await iam.ReadAsync(db => db.HardwareTokens.Where(t => t.Serial == "HT-3" || t.Serial == "HT-4" || t.Serial == "HT-8")
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.AccountId, account.Id)));

        foreach (var descending in new[] { false, true })
        {
            var (seen, after) = (new List<string>(), (string?)null);
            do
            {
                var page = (await iam.Get<ListHardwareTokens>().RunAsync(
                    root.Caller, new TokenQuery(Descending: descending, After: after, Size: 2), IamScenario.Ct)).Ok();
                seen.AddRange(page.Rows.Select(r => r.Serial));
                after = page.NextAfter;
            }
            while (after is not null);

            var all = Enumerable.Range(0, 9).Select(i => "HT-" + i);
            Assert.Equal(descending ? all.Reverse() : all, seen);
        }
    }

    private static async Task<IReadOnlyList<string>> SerialsAsync(IamScenario iam, SignedIn by, TokenQuery query)
    {
        var page = (await iam.Get<ListHardwareTokens>().RunAsync(by.Caller, query, IamScenario.Ct)).Ok();
        if (query.IsFiltered) Assert.Equal(page.Rows.Count, page.Matches);
        return [.. page.Rows.Select(r => r.Serial)];
    }
}
