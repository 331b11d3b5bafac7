using IamConsole.Core.Accounts;
using IamConsole.Core.Attestation;
using IamConsole.Core.Passkeys;

namespace IamConsole.Tests.Core.Passkeys;

/// <summary>Which demand a key fails to meet: one thing bent at a time, on a proven key with every certification.</summary>
public sealed class SecurityKeyRulesTests
{
    private const string Mine = "2fc0579f-8113-47ea-b116-bb5a8db9202a";
    private const string Another = "ee882879-721c-4913-9775-3dfcce97072a";

    private static readonly KeyFacts Proven = new(
        Mine, "Key", true, AttestationType.Basic,
        new Dictionary<string, string> { [Certifications.Fido] = "L2", [Certifications.Fips1403] = "L2" }, false, false, true, []);

    private static readonly KeyFacts Unproven = Proven with { IsModelProven = false, AttestationType = AttestationType.None };

    [Fact]
    public void The_default_lets_every_key_in() =>
        Assert.All([Proven, Unproven, Unproven with { ModelKey = null, IsBackupEligible = true, IsBackedUp = true, IsUserVerified = false }],
            key => Assert.Empty(SecurityKeyRules.Judge(new SecurityKeyPolicy(), [], key)));

    [Theory]
    [InlineData(AttestationDemand.None, true)]
    [InlineData(AttestationDemand.Preferred, true)]
    [InlineData(AttestationDemand.Required, false)]
    public void Only_required_attestation_refuses_an_unproven_key(AttestationDemand demand, bool passes)
    {
        var rule = new SecurityKeyRule { Attestation = demand };
        Assert.Empty(Judge(rule, Proven));
        Assert.Equal(passes ? [] : ["KeyNotAttested"], Judge(rule, Unproven));
    }

    [Theory]
    [InlineData(null, "sent no proof")]
    [InlineData(AttestationType.None, "sent no proof")]
    [InlineData(AttestationType.Self, "vouches only for itself")]
    [InlineData(AttestationType.Basic, "no model in the FIDO metadata")]
    [InlineData(AttestationType.AttestationCa, "no model in the FIDO metadata")]
    public void The_refusal_says_what_is_missing(AttestationType? type, string words)
    {
        var policy = Of(new SecurityKeyRule { Attestation = AttestationDemand.Required });
        Assert.Contains(words, Assert.Single(SecurityKeyRules.Judge(policy, [], Unproven with { AttestationType = type })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelChoice.Only, Mine, true, null)]
    [InlineData(ModelChoice.Only, Another, true, "KeyModelNotAllowed")]
    [InlineData(ModelChoice.Only, Mine, false, "KeyNotAttested")]
    [InlineData(ModelChoice.Except, Mine, true, "KeyModelNotAllowed")]
    [InlineData(ModelChoice.Except, Another, true, null)]
    [InlineData(ModelChoice.Except, Mine, false, "KeyModelNotAllowed")]
    [InlineData(ModelChoice.Except, Another, false, null)]
    public void Models_are_allowed_when_proven_and_denied_by_what_the_key_says(ModelChoice choice, string listed, bool isProven, string? refusal) =>
        Assert.Equal(refusal is null ? [] : [refusal], Judge(
            new SecurityKeyRule { ModelChoice = choice, Models = [new KeyModelName(listed.ToUpperInvariant(), "Key")] }, isProven ? Proven : Unproven));

    [Fact]
    public void Where_attestation_is_required_an_unproven_key_does_not_pass_as_any_other_than_the_denied() =>
        Assert.Equal(["KeyNotAttested"], Judge(
            new SecurityKeyRule { ModelChoice = ModelChoice.Except, Models = [new KeyModelName(Another, "Key")], Attestation = AttestationDemand.Required }, Unproven));

    [Theory]
    [InlineData("L1", FidoLevel.L1, true)]
    [InlineData("L1plus", FidoLevel.L1, true)]
    [InlineData("L1", FidoLevel.L1Plus, false)]
    [InlineData("L2", FidoLevel.L1Plus, true)]
    [InlineData("L2plus", FidoLevel.L3, false)]
    [InlineData("L3plus", FidoLevel.L3Plus, true)]
    [InlineData("6", FidoLevel.L1, false)]
    [InlineData("L1,L3", FidoLevel.L1, false)]
    [InlineData(null, FidoLevel.L1, false)]
    public void Fidos_level_must_be_reached(string? has, FidoLevel wanted, bool passes) =>
        Assert.Equal(passes ? [] : ["KeyNotCertified"], Judge(new SecurityKeyRule { LowestFido = wanted }, Proven with { Certifications = With(Certifications.Fido, has) }));

    [Theory]
    [InlineData(Certifications.Fips1402, "L2", FipsLevel.L2, true)]
    [InlineData(Certifications.Fips1403, "L3", FipsLevel.L2, true)]
    [InlineData(Certifications.Fips1402, "L1", FipsLevel.L2, false)]
    [InlineData(Certifications.Fips1402, null, FipsLevel.L1, false)]
    public void Either_edition_of_fips_140_counts(string name, string? has, FipsLevel wanted, bool passes) =>
        Assert.Equal(passes ? [] : ["KeyNotCertified"], Judge(new SecurityKeyRule { LowestFips = wanted }, Proven with { Certifications = With(name, has) }));

    [Fact]
    public void An_unproven_key_meets_no_level_whatever_it_says() =>
        Assert.Equal(["KeyNotAttested"], Judge(new SecurityKeyRule { LowestFido = FidoLevel.L1, LowestFips = FipsLevel.L1 }, Unproven));

    [Theory]
    [InlineData(true, false, "KeyIsSynced")]
    [InlineData(true, true, "KeyIsSynced")]
    [InlineData(false, false, null)]
    public void Device_bound_means_that_the_key_can_not_be_copied_not_that_it_is_not_copied_yet(bool eligible, bool backedUp, string? refusal) =>
        Assert.Equal(refusal is null ? [] : [refusal], Judge(
            new SecurityKeyRule { AllowsSynced = false }, Unproven with { IsBackupEligible = eligible, IsBackedUp = backedUp }));

    [Fact]
    public void A_key_that_was_only_touched_is_refused_where_its_user_must_be_verified()
    {
        var rule = new SecurityKeyRule { RequiresUserVerification = true };
        Assert.Empty(Judge(rule, Unproven));
        Assert.Equal(["UserNotVerified"], Judge(rule, Unproven with { IsUserVerified = false }));
    }

    [Theory]
    [InlineData("REVOKED", true)]
    [InlineData("USER_VERIFICATION_BYPASS", false)]
    [InlineData("FIDO_CERTIFIED_L1", null)]
    public void A_status_refuses_or_warns_as_the_policy_says(string status, bool? refuses)
    {
        var (policy, key) = (new SecurityKeyPolicy { RefusedStatuses = ["REVOKED", "FIDO_CERTIFIED_L1"] }, Proven with { ModelStatuses = [status] });
        Assert.Equal(refuses is true ? ["KeyModelDistrusted"] : [], SecurityKeyRules.Judge(policy, [], key).Select(e => e.Code));
        Assert.Equal(refuses is false ? [status] : [], SecurityKeyRules.Warnings(policy, key));
    }

    [Fact]
    public void For_members_of_a_group_its_rule_holds_in_addition_and_each_demand_is_named_once()
    {
        var policy = new SecurityKeyPolicy
        {
            Rule = new SecurityKeyRule { AllowsSynced = false },
            Groups =
            [
                new GroupKeyRule("Admins", new SecurityKeyRule { AllowsSynced = false, LowestFido = FidoLevel.L3 }),
                new GroupKeyRule("Auditors", new SecurityKeyRule { RequiresUserVerification = true }),
            ],
        };
        var key = Proven with { IsBackupEligible = true, IsUserVerified = false };

        Assert.Equal(["KeyIsSynced"], SecurityKeyRules.Judge(policy, [], key).Select(e => e.Code));
        Assert.Equal(["KeyIsSynced", "KeyNotCertified"], SecurityKeyRules.Judge(policy, ["admins"], key).Select(e => e.Code));
        Assert.Equal(["KeyIsSynced", "KeyNotCertified", "UserNotVerified"], SecurityKeyRules.Judge(policy, ["admins", "auditors"], key).Select(e => e.Code));
    }

    [Fact]
    public void The_browser_is_asked_for_the_strictest_of_all_that_apply()
    {
        var policy = new SecurityKeyPolicy
        {
            Rule = new SecurityKeyRule { Attestation = AttestationDemand.None },
            Groups = [new GroupKeyRule("admins", new SecurityKeyRule { LowestFips = FipsLevel.L2, RequiresUserVerification = true, AllowsSynced = false })],
        };

        var (everybody, admins) = (policy.OptionsFor([]), policy.OptionsFor(["Admins"]));

        Assert.Equal(("none", "preferred", 0), (everybody.Conveyance, everybody.UserVerification, everybody.Hints.Count));
        Assert.Equal(("direct", "required", "security-key"), (admins.Conveyance, admins.UserVerification, admins.Hints[0]));
        Assert.Equal(AttestationDemand.Required, admins.Attestation);
    }

    private static SecurityKeyPolicy Of(SecurityKeyRule rule) => new() { Rule = rule };

    private static IEnumerable<string> Judge(SecurityKeyRule rule, KeyFacts key) => SecurityKeyRules.Judge(Of(rule), [], key).Select(e => e.Code);

    private static Dictionary<string, string> With(string name, string? level) => level is null ? [] : new() { [name] = level };
}
