using System.Text.Json;
using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Groups;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AccountSettings;

/// <summary>The account's policy for passkeys and security keys: kept, measured, asked when one is registered.</summary>
public sealed class SecurityKeyPolicyTests
{
    private const string Model = "2fc0579f-8113-47ea-b116-bb5a8db9202a";

    [Theory, BothDatabases]
    public async Task A_policy_is_kept_whole_and_the_trail_has_it_before_and_after(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "Admins", IamScenario.Ct)).Ok();

        await SaveAsync(iam, root, new SecurityKeyPolicy
        {
            Rule = new SecurityKeyRule { ModelChoice = ModelChoice.Only, Models = [new KeyModelName(" " + Model.ToUpperInvariant(), ""), new KeyModelName(Model, "again")] },
            Groups = [new GroupKeyRule("admins", new SecurityKeyRule { LowestFips = FipsLevel.L2, AllowsSynced = false })],
            FallingCounter = KeyResponse.Warn,
            RefusedStatuses = ["REVOKED", "nothing of ours"],
        });

        var kept = (await iam.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).SecurityKeyPolicy;
        Assert.Equal((ModelChoice.Only, AttestationDemand.Required), (kept.Rule.ModelChoice, kept.Rule.Attestation));
        Assert.Equal(new KeyModelName(Model, Model), Assert.Single(kept.Rule.Models));
        Assert.Equal(("Admins", FipsLevel.L2, AttestationDemand.Required), (kept.Groups[0].Group, kept.Groups[0].Rule.LowestFips, kept.Groups[0].Rule.Attestation));
        Assert.Equal((KeyResponse.Warn, "REVOKED"), (kept.FallingCounter, Assert.Single(kept.RefusedStatuses)));
        var row = await iam.LastEventAsync();
        var details = JsonDocument.Parse(row.Details!).RootElement;
        Assert.Equal(("UpdateSecurityKeyPolicy", true), (row.EventName, row.Succeeded));
        Assert.Equal("Any", details.GetProperty("before").GetProperty("Rule").GetProperty("ModelChoice").GetString());
        Assert.Equal("Only", details.GetProperty("after").GetProperty("Rule").GetProperty("ModelChoice").GetString());
    }

    [Theory, BothDatabases]
    public async Task What_names_no_model_or_group_is_told_at_its_field_and_changes_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "admins", IamScenario.Ct)).Ok();

        foreach (var key in new[] { "", "YubiKey", "00000000-0000-0000-0000-000000000000", Model + "0", new string('g', 40) })
            Assert.Equal(AccountSettingsErrors.InvalidModel.At("Models"), await ErrorAsync(iam, root, new SecurityKeyPolicy { Rule = Listing(key) }));
        Assert.Equal(AccountSettingsErrors.NoModel.At("Models"), await ErrorAsync(iam, root, new SecurityKeyPolicy { Rule = Listing() }));
        Assert.Equal(AccountSettingsErrors.TooManyModels.At("Models"), await ErrorAsync(iam, root, new SecurityKeyPolicy { Rule = Listing([.. Enumerable.Repeat(Model, 201)]) }));
        Assert.Equal("Models of admins", (await ErrorAsync(iam, root, new SecurityKeyPolicy { Groups = [new GroupKeyRule("ADMINS", Listing("x"))] }))?.Field);
        Assert.Equal(AccountSettingsErrors.UnknownGroup, await ErrorAsync(iam, root, new SecurityKeyPolicy { Groups = [new GroupKeyRule("gone", new SecurityKeyRule())] }));
        Assert.Equal(AccountSettingsErrors.GroupTwice, await ErrorAsync(iam, root, new SecurityKeyPolicy
        { Groups = [new GroupKeyRule("admins", new SecurityKeyRule()), new GroupKeyRule("Admins", new SecurityKeyRule())] }));
        Assert.Equal(AccountSettingsErrors.TooManyGroupRules, await ErrorAsync(iam, root, new SecurityKeyPolicy
        { Groups = [.. Enumerable.Range(0, 21).Select(i => new GroupKeyRule("g" + i, new SecurityKeyRule()))] }));
        Assert.Equal(ModelChoice.Any, (await iam.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).SecurityKeyPolicy.Rule.ModelChoice);
    }

    [Theory, BothDatabases]
    public async Task It_says_first_whose_keys_do_not_meet_it_and_they_go_on_signing_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (alice, bob) = (await iam.UserAsync(account, root, "alice"), await iam.UserAsync(account, root, "bob"));
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "admins", IamScenario.Ct)).Ok();
        (await iam.Get<AddUserToGroup>().RunAsync(root.Caller, "admins", bob.UserId, IamScenario.Ct)).Ok();
        await iam.RegisterKeyAsync(root, alice.UserId, "alice-key", [1]);
        await iam.RegisterKeyAsync(root, bob.UserId, "bob-key", [2]);
        await iam.RegisterKeyAsync(root, root.UserId, "root-key", [3]);
        var wanted = new SecurityKeyPolicy
        {
            Groups = [new GroupKeyRule("admins", new SecurityKeyRule { LowestFido = FidoLevel.L1 })],
        };

        var none = (await MeasureAsync(iam, root, null)).Ok();
        var ofGroup = (await MeasureAsync(iam, root, wanted)).Ok();
        var all = (await MeasureAsync(iam, root, new SecurityKeyPolicy { Rule = new SecurityKeyRule { Attestation = AttestationDemand.Required } })).Ok();
        await SaveAsync(iam, root, wanted);

        Assert.Equal((3, 3, 0), (none.Keys, none.Users, none.UnfitKeys));
        Assert.Equal(("admins", 1, 1), (Assert.Single(ofGroup.GroupNames), ofGroup.UnfitKeys, ofGroup.UsersWithUnfitKeys));
        Assert.Equal(("bob", "bob-key"), (ofGroup.First[0].UserName, ofGroup.First[0].DeviceName));
        Assert.Contains("no proof of its model", Assert.Single(ofGroup.First[0].Reasons), StringComparison.Ordinal);
        Assert.Equal(3, all.UnfitKeys);
        Assert.Contains(all.First, k => k is { UserName: null, DeviceName: "root-key" });
        var pending = await iam.PendingAsync(bob);
        Assert.True((await iam.Get<IamConsole.Core.SignIn.ProveFactor>().WithPasskeyAsync(
            pending, IamScenario.Browser, new PasskeyProof([2], 2, false, true), IamScenario.Client, IamScenario.Ct)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_proven_key_in_the_table_meets_what_it_proved(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.RegisterKeyAsync(root, root.UserId, "root-key", [3]);
        await iam.ReadAsync(db => db.MfaDevices.ExecuteUpdateAsync(s => s.SetProperty(d => d.IsModelProven, true)
            .SetProperty(d => d.MetadataKey, Model).SetProperty(d => d.Certifications, """{"FIDO":"L2"}""").SetProperty(d => d.ModelStatus, "REVOKED")));

        var level = (await MeasureAsync(iam, root, new SecurityKeyPolicy { Rule = Listing(Model) with { LowestFido = FidoLevel.L2 }, RefusedStatuses = [] })).Ok();
        var revoked = (await MeasureAsync(iam, root, new SecurityKeyPolicy())).Ok();

        Assert.Equal(0, level.UnfitKeys);
        Assert.Contains("REVOKED", Assert.Single(Assert.Single(revoked.First).Reasons), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_key_that_does_not_meet_it_is_refused_for_users_and_root_alike_with_every_reason(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await SaveAsync(iam, root, new SecurityKeyPolicy { Rule = new SecurityKeyRule { AllowsSynced = false, RequiresUserVerification = true } });
        var enrolment = await iam.BeginAsync(root, root.UserId, "key", MfaDeviceKind.SecurityKey);
        var facts = IamScenario.Key([1]);

        var refused = await iam.Get<RegisterPasskey>().RunAsync(
            root.Caller, enrolment, facts with { Credential = facts.Credential with { Flags = AuthenticatorFlags.UserPresent | AuthenticatorFlags.BackupEligible } }, IamScenario.Ct);
        var row = await iam.LastEventAsync();

        Assert.Equal("required", enrolment.KeyOptions?.UserVerification);
        Assert.Equal("KeyIsSynced", refused.Error?.Code);
        Assert.Contains(KeyPolicyErrors.UserNotVerified.Message, refused.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(("EnableMFADevice", false), (row.EventName, row.Succeeded));
        Assert.Contains("UserNotVerified", row.Details, StringComparison.Ordinal);
        Assert.Equal(0, await iam.ReadAsync(db => db.UserPasskeys.CountAsync()));
        (await iam.Get<RegisterPasskey>().RunAsync(root.Caller, enrolment, facts, IamScenario.Ct)).Ok();
    }

    [Theory, BothDatabases]
    public async Task The_browser_is_asked_for_what_the_rules_of_the_users_groups_ask_for(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "admins", IamScenario.Ct)).Ok();
        (await iam.Get<AddUserToGroup>().RunAsync(root.Caller, "admins", bob.UserId, IamScenario.Ct)).Ok();
        await SaveAsync(iam, root, new SecurityKeyPolicy
        {
            Rule = new SecurityKeyRule { Attestation = AttestationDemand.None },
            Groups = [new GroupKeyRule("admins", new SecurityKeyRule { LowestFido = FidoLevel.L1, AllowsSynced = false, RequiresUserVerification = true })],
        });

        Assert.Equal(("none", "preferred", 0), await AskedAsync(root.UserId));
        Assert.Equal(("direct", "required", 2), await AskedAsync(bob.UserId));

        async Task<(string?, string?, int)> AskedAsync(string userId)
        {
            var enrolment = await iam.BeginAsync(root, userId, "key", MfaDeviceKind.SecurityKey);
            var registration = await iam.Get<BeginKeyRegistration>().RunAsync(enrolment, "label", IamScenario.Ct);
            var options = JsonDocument.Parse(registration.OptionsJson).RootElement;
            return (options.GetProperty("attestation").GetString(),
                options.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString(), options.GetProperty("hints").GetArrayLength());
        }
    }

    [Theory, BothDatabases]
    public async Task A_falling_counter_refuses_or_warns_as_the_policy_says_and_marks_the_key_in_both_cases(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await iam.RegisterKeyAsync(root, bob.UserId, "bob-key", [2]);

        var refused = await SignInAsync();
        await SaveAsync(iam, root, new SecurityKeyPolicy { FallingCounter = KeyResponse.Warn });
        var warned = await SignInAsync();

        Assert.False(refused.Succeeded);
        Assert.True(warned.Succeeded, warned.Error?.Message);
        Assert.NotNull((await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).CloneSuspectedAt);

        async Task<IamConsole.Core.Result<IamConsole.Core.SignIn.SignInStep>> SignInAsync() => await iam.Get<IamConsole.Core.SignIn.ProveFactor>().WithPasskeyAsync(
            await iam.PendingAsync(bob), IamScenario.Browser, new PasskeyProof([2], 1, false, true), IamScenario.Client, IamScenario.Ct);
    }

    private static SecurityKeyRule Listing(params string[] keys) =>
        new() { ModelChoice = ModelChoice.Only, Models = [.. keys.Select(k => new KeyModelName(k, "Key"))] };

    private static async Task SaveAsync(IamScenario iam, SignedIn by, SecurityKeyPolicy policy) =>
        (await iam.Get<UpdateSecurityKeyPolicy>().RunAsync(by.Caller, new WantedSecurityKeyPolicy(policy), IamScenario.Ct)).Ok();

    private static async Task<IamConsole.Core.Error?> ErrorAsync(IamScenario iam, SignedIn by, SecurityKeyPolicy policy) =>
        (await iam.Get<UpdateSecurityKeyPolicy>().RunAsync(by.Caller, new WantedSecurityKeyPolicy(policy), IamScenario.Ct)).Error;

    private static Task<IamConsole.Core.Result<SecurityKeyPolicyEffect>> MeasureAsync(IamScenario iam, SignedIn by, SecurityKeyPolicy? policy) =>
        iam.Get<MeasureSecurityKeyPolicy>().RunAsync(by.Caller, policy is null ? null : new WantedSecurityKeyPolicy(policy), IamScenario.Ct);
}
