using IamConsole.Core.Attestation;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Passkeys;

/// <summary>A certification is shown only if the chain verifies to the roots of that very entry, and later metadata judge anew.</summary>
public sealed class ProvenModelTests
{
    private static readonly SoftwareAuthority Maker = new();

    [Theory, BothDatabases]
    public async Task A_key_whose_chain_leads_to_its_entry_has_the_models_name_and_levels(DatabaseKind database)
    {
        await using var keys = await KeyScenario.StartAsync(database);
        await keys.LoadAsync(7, KeyScenario.Certified("FIDO_CERTIFIED_L2"), Maker);

        var facts = await keys.VerifyAsync(KeyScenario.Authenticator(Maker));

        Assert.Equal((true, "Bright Key 5", "packed", AttestationType.Basic), (facts.IsModelProven, facts.Model, facts.AttestationFormat, facts.AttestationType));
        Assert.Equal("L2", facts.Certifications["FIDO"]);
        Assert.Null(facts.Distrust);
        var device = await keys.RegisterAsync(facts);
        Assert.Equal((true, """{"FIDO":"L2"}""", TestEntries.Aaguid(1).ToString()), (device.IsModelProven, device.Certifications, device.MetadataKey));
    }

    [Theory, BothDatabases]
    public async Task A_forged_AAGUID_shows_no_certification(DatabaseKind database)
    {
        await using var keys = await KeyScenario.StartAsync(database);
        await keys.LoadAsync(7, KeyScenario.Certified("FIDO_CERTIFIED_L2"), Maker);
        var forger = new SoftwareAuthority();

        foreach (var forged in new[]
        {
            KeyScenario.Authenticator(forger), KeyScenario.Authenticator(Maker, AttestationKind.PackedSelf), KeyScenario.Authenticator(Maker, AttestationKind.None),
        })
        {
            var facts = await keys.VerifyAsync(forged);
            Assert.False(facts.IsModelProven);
            Assert.Empty(facts.Certifications);
            Assert.NotNull(facts.Distrust);
        }

        var device = await keys.RegisterAsync(await keys.VerifyAsync(KeyScenario.Authenticator(forger)));
        Assert.Equal((false, null), (device.IsModelProven, device.Certifications));
    }

    [Theory, BothDatabases]
    public async Task The_roots_of_another_entry_prove_nothing(DatabaseKind database)
    {
        await using var keys = await KeyScenario.StartAsync(database);
        var other = new SoftwareAuthority();
        await keys.LoadAsync(7, KeyScenario.Certified("FIDO_CERTIFIED_L2"), other, (KeyScenario.Entry(2, "Dull Key"), Maker));

        Assert.False((await keys.VerifyAsync(KeyScenario.Authenticator(Maker))).IsModelProven);
    }

    [Theory, BothDatabases]
    public async Task A_statement_that_fails_is_registered_as_unattested_and_shows_no_model(DatabaseKind database)
    {
        await using var keys = await KeyScenario.StartAsync(database);
        await keys.LoadAsync(7, KeyScenario.Certified("FIDO_CERTIFIED_L2"), Maker);
        var broken = KeyScenario.Authenticator(Maker);
        broken.BendSignature = signature => [.. signature[..^1], (byte)(signature[^1] ^ 1)];

        var facts = await keys.VerifyAsync(broken);
        var device = await keys.RegisterAsync(facts);

        Assert.StartsWith("attestation.packed.", facts.Distrust!.Code, StringComparison.Ordinal);
        Assert.Equal((null, null, null, false, "packed"), (device.Model, device.MetadataKey, device.AttestationType, device.IsModelProven, device.AttestationFormat));
    }

    [Theory, BothDatabases]
    public async Task Later_metadata_judge_registered_keys_and_tell_their_users_once(DatabaseKind database)
    {
        await using var keys = await KeyScenario.StartAsync(database);
        await keys.RegisterAsync(await keys.VerifyAsync(KeyScenario.Authenticator(Maker)));
        Assert.False((await keys.DeviceAsync()).IsModelProven);

        await keys.LoadAsync(7, KeyScenario.Certified("FIDO_CERTIFIED_L1"), Maker);
        await keys.JudgeAsync(7);
        var proven = await keys.DeviceAsync();
        await keys.LoadAsync(8, KeyScenario.Certified("FIDO_CERTIFIED_L1", "REVOKED"), Maker);
        await Task.WhenAll(keys.JudgeAsync(8), keys.JudgeAsync(8));
        await keys.JudgeAsync(8);
        var revoked = await keys.DeviceAsync();
        var listed = (await keys.Iam.Get<ListDoubtfulKeys>().RunAsync(keys.Root.Caller, IamScenario.Ct)).Ok();
        await keys.LoadAsync(9, KeyScenario.Certified("FIDO_CERTIFIED_L1"), Maker);
        await keys.JudgeAsync(9);

        Assert.Equal((true, "Bright Key 5", """{"FIDO":"L1"}""", null), (proven.IsModelProven, proven.Model, proven.Certifications, proven.ModelStatus));
        Assert.Equal(("REVOKED", """{"FIDO":"L1"}"""), (revoked.ModelStatus, revoked.Certifications));
        Assert.Equal(("REVOKED", true), (Assert.Single(listed.Rows).ModelStatus, listed.Rows[0].IsRoot));
        Assert.Null((await keys.DeviceAsync()).ModelStatus);
        var told = await keys.Iam.ReadAsync(db => db.Notices.CountAsync(n => n.Text.Contains("REVOKED")));
        Assert.Equal(1, told);
        Assert.Equal(2, (await keys.Iam.TrailAsync()).Count(e => e.EventName == "SecurityKeyModelJudged"));
        var state = await keys.Iam.Get<ReadMetadata>().RunAsync(IamScenario.Ct);
        Assert.Equal((1, 1), (state!.Loaded.KeysToJudge, state.Loaded.KeysJudged));
    }
}
