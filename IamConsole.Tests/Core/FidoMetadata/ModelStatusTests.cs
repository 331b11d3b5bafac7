using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core.FidoMetadata;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>Levels and standing of a model as of a day, from its reports.</summary>
public sealed class ModelStatusTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateOnly Before = new(2024, 1, 1);
    private static readonly DateOnly Later = new(2025, 1, 1);

    [Theory]
    [InlineData("FIDO_CERTIFIED", "L1")]
    [InlineData("FIDO_CERTIFIED_L1", "L1")]
    [InlineData("FIDO_CERTIFIED_L1plus", "L1plus")]
    [InlineData("FIDO_CERTIFIED_L2", "L2")]
    [InlineData("FIDO_CERTIFIED_L2plus", "L2plus")]
    [InlineData("FIDO_CERTIFIED_L3", "L3")]
    [InlineData("FIDO_CERTIFIED_L3plus", "L3plus")]
    [InlineData("NOT_FIDO_CERTIFIED", null)]
    [InlineData("SELF_ASSERTION_SUBMITTED", null)]
    public void A_certification_gives_its_level(string status, string? level) =>
        Assert.Equal(level, CertificationLevels.Of([new(status, Before)], Today).Fido);

    [Fact]
    public void Fips_levels_are_told_apart_by_revision_and_named_as_GetMFADevice_does()
    {
        var levels = CertificationLevels.Of(
            [new("FIDO_CERTIFIED_L2", Before), new("FIPS140_CERTIFIED_L1", Before, FipsRevision: 2), new("FIPS140_CERTIFIED_L3", Later, FipsRevision: 3), new("FIPS140_CERTIFIED_L4", Later)], Today);
        Assert.Equal(new Dictionary<string, string> { ["FIDO"] = "L2", ["FIDO-FIPS-140-2"] = "L1", ["FIDO-FIPS-140-3"] = "L3" }, levels.Certifications);
    }

    [Fact]
    public void The_latest_report_in_effect_counts_and_of_one_day_the_highest()
    {
        Assert.Equal("L1", CertificationLevels.Of([new("FIDO_CERTIFIED_L2", Before), new("FIDO_CERTIFIED_L1", Later)], Today).Fido);
        Assert.Equal("L2", CertificationLevels.Of([new("FIDO_CERTIFIED_L2", Before), new("FIDO_CERTIFIED_L1", Before)], Today).Fido);
        Assert.Equal("L1", CertificationLevels.Of([new("FIDO_CERTIFIED_L1", Before), new("FIDO_CERTIFIED_L2", Today.AddDays(1))], Today).Fido);
        Assert.Equal("L2", CertificationLevels.Of([new("FIDO_CERTIFIED_L1", Before), new("FIDO_CERTIFIED_L2", Today)], Today).Fido);
        Assert.Equal("L2", CertificationLevels.Of([new("FIDO_CERTIFIED_L1", Before), new("FIDO_CERTIFIED_L2")], Today).Fido);
        Assert.Null(CertificationLevels.Of([new("FIDO_CERTIFIED_L1", Before), new("NOT_FIDO_CERTIFIED", Later)], Today).Fido);
    }

    [Fact]
    public void A_certificate_ends_behind_its_sunset_date_and_with_a_revocation()
    {
        Assert.Equal("L2", CertificationLevels.Of([new("FIPS140_CERTIFIED_L2", Before, FipsRevision: 2, SunsetDate: Today)], Today).Fips1402);
        Assert.Null(CertificationLevels.Of([new("FIPS140_CERTIFIED_L2", Before, FipsRevision: 2, SunsetDate: Today.AddDays(-1))], Today).Fips1402);
        Assert.Empty(CertificationLevels.Of([new("FIDO_CERTIFIED_L2", Before), new("REVOKED", Later)], Today).Certifications);
    }

    [Theory]
    [InlineData("REVOKED", ModelStanding.Refused)]
    [InlineData("USER_VERIFICATION_BYPASS", ModelStanding.Refused)]
    [InlineData("ATTESTATION_KEY_COMPROMISE", ModelStanding.Refused)]
    [InlineData("USER_KEY_REMOTE_COMPROMISE", ModelStanding.Refused)]
    [InlineData("USER_KEY_PHYSICAL_COMPROMISE", ModelStanding.Refused)]
    [InlineData("UPDATE_AVAILABLE", ModelStanding.Warned)]
    [InlineData("RETIRED", ModelStanding.Warned)]
    [InlineData("FIDO_CERTIFIED_L1", ModelStanding.Fine)]
    [InlineData("NOT_FIDO_CERTIFIED", ModelStanding.Fine)]
    [InlineData("SELF_ASSERTION_SUBMITTED", ModelStanding.Fine)]
    [InlineData("FIPS140_CERTIFIED_L1", ModelStanding.Fine)]
    public void Each_status_has_its_standing_and_its_name(string status, ModelStanding standing)
    {
        var found = ModelStatus.Of([new("FIDO_CERTIFIED_L1", Before), new(status, Later)], Today);
        Assert.Equal((standing, standing is ModelStanding.Fine ? null : status), (found.Standing, found.Name));
        Assert.Equal(ModelStanding.Fine, ModelStatus.Of([new(status, Today.AddDays(1))], Today).Standing);
    }

    [Fact]
    public void An_update_or_the_certification_of_a_newer_version_turns_a_refusal_into_a_warning()
    {
        StatusReport bypass = new("USER_VERIFICATION_BYPASS", Before, Version: 2);
        Assert.Equal(
            new ModelStatus(ModelStanding.Warned, "USER_VERIFICATION_BYPASS", Before, 3),
            ModelStatus.Of([bypass, new("UPDATE_AVAILABLE", Later, Version: 3), new("FIDO_CERTIFIED_L1", Later, Version: 3)], Today));
        Assert.Equal(ModelStanding.Warned, ModelStatus.Of([bypass, new("FIDO_CERTIFIED_L1", Later, Version: 3)], Today).Standing);
        Assert.Equal(ModelStanding.Refused, ModelStatus.Of([bypass, new("FIDO_CERTIFIED_L1", Later, Version: 2)], Today).Standing);
        Assert.Equal(ModelStanding.Refused, ModelStatus.Of([bypass, new("FIDO_CERTIFIED_L1", Later)], Today).Standing);
        Assert.Equal(ModelStanding.Refused, ModelStatus.Of([new("UPDATE_AVAILABLE", new DateOnly(2023, 1, 1)), bypass], Today).Standing);
    }

    [Fact]
    public void Nothing_mends_a_revocation_and_the_worst_is_named()
    {
        Assert.Equal("REVOKED", ModelStatus.Of([new("REVOKED", Before), new("UPDATE_AVAILABLE", Later), new("FIDO_CERTIFIED_L2", Later, Version: 9)], Today).Name);
        Assert.Equal("REVOKED", ModelStatus.Of([new("USER_KEY_PHYSICAL_COMPROMISE", Before), new("REVOKED", Later)], Today).Name);
        Assert.Equal("USER_KEY_REMOTE_COMPROMISE", ModelStatus.Of([new("USER_KEY_REMOTE_COMPROMISE", Before), new("UPDATE_AVAILABLE", Before), new("USER_KEY_REMOTE_COMPROMISE", Later)], Today).Name);
    }

    [Fact]
    public void An_update_that_was_certified_since_is_no_warning() => Assert.Equal(
        ModelStatus.Fine, ModelStatus.Of([new("FIDO_CERTIFIED_L1", Before, Version: 1), new("UPDATE_AVAILABLE", Before, Version: 2), new("FIDO_CERTIFIED_L1", Later, Version: 2)], Today));

    [Fact]
    public void A_compromised_certificate_concerns_chains_through_it_alone()
    {
        using var authority = new MetadataAuthority(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var batch = authority.Issue(key, "batch-1");
        using var other = authority.Issue(key, "batch-2");
        var model = AuthenticatorModel.Of(
            new MetadataEntry { Key = "k", Name = "Key A", ProtocolFamily = "fido2", Reports = [new("ATTESTATION_KEY_COMPROMISE", Before, Certificate: batch.RawData)] }, Today);

        Assert.Equal((ModelStanding.Warned, "ATTESTATION_KEY_COMPROMISE"), (model.Status.Standing, model.Status.Name));
        Assert.Equal(ModelStanding.Refused, model.StatusOf([batch], Today).Standing);
        Assert.Equal(ModelStatus.Fine, model.StatusOf([other], Today));
        var root = model with { Entry = model.Entry with { Reports = [new("ATTESTATION_KEY_COMPROMISE", Before, Certificate: authority.Root.RawData)] } };
        Assert.Equal(ModelStanding.Refused, root.StatusOf([other], Today).Standing);
    }
}
