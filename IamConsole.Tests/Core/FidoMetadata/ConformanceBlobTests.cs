using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>A BLOB that others made.</summary>
public sealed class ConformanceBlobTests
{
    [Fact]
    public void Every_entry_is_read_and_each_status_means_what_it_says()
    {
        var blob = BlobReader.Read(ConformanceBlob.Blob, ConformanceBlob.Trust, ConformanceBlob.Time).Ok();

        Assert.Equal((42L, new DateOnly(2023, 6, 7), 100, 100), (blob.Number, blob.NextUpdate, blob.Entries.Count, blob.Others));
        Assert.Empty(blob.LeftOut);
        var models = blob.Entries.Select(e => AuthenticatorModel.Of(e, new DateOnly(2023, 6, 1))).ToList();
        Assert.All(models, m => Assert.Equal(StatusNames.FidoLevel(m.Reports[0].Status), m.Levels.Fido));
        Assert.All(models, m => Assert.Equal(StatusNames.Issues.Contains(m.Reports[0].Status) ? m.Reports[0].Status : null, m.Status.Name));
        Assert.All(models, m => Assert.NotEmpty(m.Roots.Count == 0 ? m.Entry.AttestationTypes : ["roots"]));
        Assert.All(models, m => Assert.NotNull(m.Icon));
        Assert.Contains(models, m => m.Levels.Fido == "L3plus");
        Assert.Contains(models, m => m.Transports.Contains("nfc"));
    }

    [Fact]
    public void It_leads_to_its_own_root_in_its_time_and_to_nothing_else()
    {
        Assert.Equal(MetadataErrors.SignerName, BlobReader.Read(ConformanceBlob.Blob, MetadataTrust.Public, ConformanceBlob.Time).Error);
        Assert.Equal(MetadataErrors.NotTrusted, BlobReader.Read(ConformanceBlob.Blob, MetadataTrust.Public with { Signer = null }, ConformanceBlob.Time).Error);
        Assert.Equal(MetadataErrors.CertificateExpired, BlobReader.Read(ConformanceBlob.Blob, ConformanceBlob.Trust, ConformanceBlob.Time.AddYears(7)).Error);
    }
}
