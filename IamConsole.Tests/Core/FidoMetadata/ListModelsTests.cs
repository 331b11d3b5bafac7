using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>The models as an account sees them: filters, pages, who has one.</summary>
public sealed class ListModelsTests
{
    [Theory, BothDatabases]
    public async Task Filters_narrow_each_other(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var (_, root) = await iam.SignedInRootAsync();
        Assert.Null((await ListAsync(iam, root, new ModelQuery())).State);
        await LoadAsync(iam, authority);

        Assert.Equal(["alpha", "Beta", "Gamma", "Omega U2F"], await NamesAsync(iam, root, new ModelQuery()));
        Assert.Equal(["Beta", "Gamma"], await NamesAsync(iam, root, new ModelQuery(Fido: "L2")));
        Assert.Equal(["Gamma"], await NamesAsync(iam, root, new ModelQuery(Search: "mm")));
        Assert.Equal(["alpha"], await NamesAsync(iam, root, new ModelQuery(Search: TestEntries.Aaguid(1).ToString("D"))));
        Assert.Equal(["Gamma"], await NamesAsync(iam, root, new ModelQuery(Fips: "L1")));
        Assert.Empty(await NamesAsync(iam, root, new ModelQuery(Fips: "L3")));
        Assert.Equal(["Omega U2F"], await NamesAsync(iam, root, new ModelQuery(Transport: "nfc")));
        Assert.Equal(["alpha"], await NamesAsync(iam, root, new ModelQuery(Standing: ModelStanding.Refused)));
        Assert.Equal(["Beta"], await NamesAsync(iam, root, new ModelQuery(Keys: [TestEntries.Aaguid(2).ToString("D"), "nothing"])));
        var page = await ListAsync(iam, root, new ModelQuery(Fido: "L2"));
        Assert.Equal((4, 2, true), (page.Total, page.Matches, page.HasPolicy));
        Assert.Equal(["nfc", "usb"], page.Transports);
    }

    [Theory, BothDatabases]
    public async Task Pages_follow_each_other_by_name(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var (_, root) = await iam.SignedInRootAsync();
        await LoadAsync(iam, authority);

        var first = await ListAsync(iam, root, new ModelQuery(Size: 3));
        var second = await ListAsync(iam, root, new ModelQuery(Size: 3, After: first.NextAfter));
        Assert.Equal(["alpha", "Beta", "Gamma"], first.Rows.Select(r => r.Model.Name));
        Assert.Equal(["Omega U2F"], second.Rows.Select(r => r.Model.Name));
        Assert.Null(second.NextAfter);
        Assert.Equal(3, (await ListAsync(iam, root, new ModelQuery(Size: 3, After: "gone"))).Rows.Count);
    }

    [Theory, BothDatabases]
    public async Task Only_proven_keys_of_this_account_count_and_roots_key_only_for_root(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var (account, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        await LoadAsync(iam, authority);
        var beta = TestEntries.Aaguid(2).ToString("D");
        var bob = await iam.UserAsync(account, root, "bob");
        await iam.RegisterKeyAsync(root, bob.UserId, "bobs-key", [1]);
        await iam.RegisterKeyAsync(root, bob.UserId, "bobs-second-key", [2]);
        Assert.Equal(0, (await ListAsync(iam, root, new ModelQuery(Search: "Beta"))).Rows[0].Users);

        Assert.Equal(2, await iam.ProveModelAsync(bob.UserId, beta));
        Assert.Equal(1, (await ListAsync(iam, root, new ModelQuery(Search: "Beta"))).Rows[0].Users);
        Assert.Equal(["Beta"], await NamesAsync(iam, root, new ModelQuery(OwnedOnly: true)));
        Assert.Equal(0, (await ListAsync(iam, stranger, new ModelQuery(Search: "Beta"))).Rows[0].Users);
        var detail = (await iam.Get<GetModel>().RunAsync(root.Caller, beta, IamScenario.Ct)).Ok();
        Assert.Equal([("bob", "bobs-key"), ("bob", "bobs-second-key")], detail.Holders!.Select(h => (h.UserName, h.DeviceName)).Order());
        Assert.Empty((await iam.Get<GetModel>().RunAsync(stranger.Caller, beta, IamScenario.Ct)).Ok().Holders!);
        Assert.Equal(MetadataErrors.NoSuchModel, (await iam.Get<GetModel>().RunAsync(root.Caller, "nothing", IamScenario.Ct)).Error);
    }

    [Fact]
    public async Task A_policy_that_registers_itself_gives_each_model_its_verdict()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        using var authority = new MetadataAuthority(iam.Now);
        var (account, root) = await iam.SignedInRootAsync();
        await LoadAsync(iam, authority);
        var list = new ListModels(iam.Get<Gate>(), iam.Get<ModelCatalogue>(), iam.Clock, [new OnlyLevelThree(account.Id)]);
        var page = (await list.RunAsync(root.Caller, new ModelQuery(), IamScenario.Ct)).Ok();
        Assert.True(page.HasPolicy);
        Assert.Equal([("alpha", false), ("Beta", false), ("Gamma", true), ("Omega U2F", false)], page.Rows.Select(r => (r.Model.Name, r.Verdict!.Passes)));
    }

    private static async Task LoadAsync(IamScenario iam, MetadataAuthority authority) => (await iam.LoadMetadataAsync(authority, b => b.With(
        TestEntries.Fido2(3, "Gamma", TestEntries.Report("FIDO_CERTIFIED_L3", "2020-01-01"), TestEntries.Report("FIPS140_CERTIFIED_L2", "2020-01-01", ("fipsRevision", 3))),
        TestEntries.Fido2(2, "Beta", TestEntries.Report("FIDO_CERTIFIED_L2", "2020-01-01")),
        TestEntries.Fido2(1, "alpha", TestEntries.Report("FIDO_CERTIFIED_L1", "2020-01-01"), TestEntries.Report("REVOKED", "2021-01-01")),
        TestEntries.U2f("7c0903708b87115b0b422def3138c3c864e44573", "Omega U2F")))).Ok();

    private static async Task<ModelPage> ListAsync(IamScenario iam, SignedIn caller, ModelQuery query) =>
        (await iam.Get<ListModels>().RunAsync(caller.Caller, query, IamScenario.Ct)).Ok();

    private static async Task<IEnumerable<string>> NamesAsync(IamScenario iam, SignedIn caller, ModelQuery query) =>
        (await ListAsync(iam, caller, query)).Rows.Select(r => r.Model.Name);

    private sealed class OnlyLevelThree(string account) : IModelPolicy
    {
        public Task<Func<AuthenticatorModel, ModelVerdict>?> JudgeAsync(IamDbContext db, string accountId, CancellationToken ct) =>
            Task.FromResult<Func<AuthenticatorModel, ModelVerdict>?>(accountId != account ? null
                : model => model.Levels.Fido == "L3" ? new ModelVerdict(true, null) : new ModelVerdict(false, "Below Level 3"));
    }
}
