using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Passkeys;

/// <summary>What the page of models and the form of the policy take from the loaded metadata.</summary>
public sealed class SecurityKeyModelPolicyTests
{
    [Theory, BothDatabases]
    public async Task Each_model_is_judged_by_the_rule_for_everybody(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var (_, root) = await iam.SignedInRootAsync();
        await LoadAsync(iam, authority);

        Assert.Equal(["Status refused", null, null], await ReasonsAsync(iam, root));
        await SaveAsync(iam, root, new SecurityKeyPolicy { Rule = new SecurityKeyRule { LowestFido = FidoLevel.L2 } });
        Assert.Equal(["Certification too low; Status refused", null, "Certification too low"], await ReasonsAsync(iam, root));
        await SaveAsync(iam, root, new SecurityKeyPolicy
        {
            RefusedStatuses = [],
            Rule = new SecurityKeyRule { ModelChoice = ModelChoice.Only, Models = [new KeyModelName(TestEntries.Aaguid(2).ToString(), "Beta")] },
        });
        Assert.Equal(["Model not allowed", null, "Model not allowed"], await ReasonsAsync(iam, root));
        await SaveAsync(iam, root, new SecurityKeyPolicy { RefusedStatuses = [] });
        Assert.False((await ListAsync(iam, root)).HasPolicy);
    }

    [Theory, BothDatabases]
    public async Task Models_are_offered_by_their_name_in_the_metadata_and_providers_beside_them(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var (_, root) = await iam.SignedInRootAsync();
        await LoadAsync(iam, authority);

        var names = (await iam.Get<ListKeyModelNames>().RunAsync(root.Caller, IamScenario.Ct)).Ok();

        Assert.Contains(new KeyModelName(TestEntries.Aaguid(2).ToString(), "Beta"), names);
        Assert.Contains(new KeyModelName("7c0903708b87115b0b422def3138c3c864e44573", "Omega U2F"), names);
        Assert.Contains(names, n => n.Name == "iCloud Keychain");
        Assert.All(names, n => Assert.Equal(n.Key, ModelKey.Normalize(n.Key)));
    }

    private static async Task LoadAsync(IamScenario iam, MetadataAuthority authority) => (await iam.LoadMetadataAsync(authority, b => b.With(
        TestEntries.Fido2(1, "Alpha", TestEntries.Report("FIDO_CERTIFIED_L1", "2020-01-01"), TestEntries.Report("REVOKED", "2021-01-01")),
        TestEntries.Fido2(2, "Beta", TestEntries.Report("FIDO_CERTIFIED_L2", "2020-01-01")),
        TestEntries.U2f("7c0903708b87115b0b422def3138c3c864e44573", "Omega U2F")))).Ok();

    private static async Task<ModelPage> ListAsync(IamScenario iam, SignedIn by) => (await iam.Get<ListModels>().RunAsync(by.Caller, new ModelQuery(), IamScenario.Ct)).Ok();

    private static async Task<IEnumerable<string?>> ReasonsAsync(IamScenario iam, SignedIn by) =>
        (await ListAsync(iam, by)).Rows.Select(r => r.Verdict!.Passes ? null : r.Verdict.Reason);

    private static async Task SaveAsync(IamScenario iam, SignedIn by, SecurityKeyPolicy policy) =>
        (await iam.Get<UpdateSecurityKeyPolicy>().RunAsync(by.Caller, new WantedSecurityKeyPolicy(policy), IamScenario.Ct)).Ok();
}
