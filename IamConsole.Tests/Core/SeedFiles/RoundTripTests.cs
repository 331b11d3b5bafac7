using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>Whatever tokens a file says, in whatever form, come back as said.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_form_gives_back_what_was_written(int seed)
    {
        var files = new GeneratedFiles(seed);
        var tokens = files.Tokens(200);
        var key = new SeedFileOptions { PreSharedKey = files.Key };
        foreach (var delimiter in ",;\t") Equal(tokens, await SeedReading.OfAsync(GeneratedFiles.Header(tokens, delimiter)), SeedFileForm.HeaderCsv);
        Equal(tokens, await SeedReading.OfAsync(GeneratedFiles.Oath(tokens)), SeedFileForm.OathCsv);
        Equal(tokens, await SeedReading.OfAsync(GeneratedFiles.Dat(tokens)), SeedFileForm.ETokenPassDat);
        Equal(tokens, await SeedReading.OfAsync(GeneratedFiles.SafeNet(tokens)), SeedFileForm.SafeNetXml);
        Equal(tokens, await SeedReading.OfAsync(files.Pskc(tokens, encrypted: false)), SeedFileForm.Pskc);
        Equal(tokens, await SeedReading.OfAsync(files.Pskc(tokens, encrypted: true), key), SeedFileForm.Pskc);
        Equal(tokens, await SeedReading.OfAsync([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(files.Pskc(tokens, encrypted: true).Replace("UTF-8", "UTF-16", StringComparison.Ordinal))], key), SeedFileForm.Pskc);
    }

    private static void Equal(List<SeedRecord> tokens, SeedReading file, SeedFileForm form)
    {
        Assert.Equal(form, file.Form);
        Assert.Empty(file.Refused);
        Assert.Equal(tokens.Select(t => (t.Serial, t.Profile, t.Secret.ToBase32())), file.Records.Select(t => (t.Serial, t.Profile, t.Secret.ToBase32())));
        if (form is SeedFileForm.HeaderCsv)
            Assert.Equal(tokens.Select(t => (t.Vendor, t.Model, t.Partition, t.ExpiresOn)), file.Records.Select(t => (t.Vendor, t.Model, t.Partition, t.ExpiresOn)));
        if (form is SeedFileForm.Pskc)
            Assert.Equal(tokens.Select(t => (t.DriftSteps, t.ExpiresOn)), file.Records.Select(t => (t.DriftSteps, t.ExpiresOn)));
    }
}
