using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>Files that want to harm: refused with a reason, in bounded time and memory (security bar C78).</summary>
public sealed class HostileFileTests
{
    private const string Ns = "urn:ietf:params:xml:ns:keyprov:pskc";

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]><KeyContainer xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">&y;</KeyContainer>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><Tokens/>")]
    [InlineData("<!DOCTYPE Tokens [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Tokens>&x;</Tokens>")]
    public async Task Document_types_and_with_them_entity_bombs_and_external_entities_are_refused(string file) =>
        Assert.Contains("document type", (await SeedReading.RefusedAsync(file, SeedFileFault.Malformed)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_undeclared_entity_is_refused() =>
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package("<PlainValue>&x;</PlainValue>")), SeedFileFault.Malformed);

    [Fact]
    public async Task Depth_long_parts_and_many_names_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<Data>", 10_000));
        await SeedReading.RefusedAsync(PskcText.Container("<KeyPackage>" + deep), SeedFileFault.TooComplex);
        await SeedReading.RefusedAsync(PskcText.Container("<x:Other xmlns:x='urn:x'>" + deep), SeedFileFault.TooComplex);
        await SeedReading.RefusedAsync("<Tokens>" + deep, SeedFileFault.TooComplex);
        var wide = new string('A', 200_000);
        await SeedReading.RefusedAsync(PskcText.Container($"<KeyPackage Id=\"{wide}\"/>"), SeedFileFault.TooComplex);
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package($"<PlainValue>{wide}</PlainValue>")), SeedFileFault.TooComplex);
        await SeedReading.RefusedAsync("<" + wide, SeedFileFault.TooComplex);
        await SeedReading.RefusedAsync(Encoding.Unicode.GetBytes("\uFEFF<Tokens a='" + new string('\u3C3C', 200_000)), SeedFileFault.TooComplex);
        await SeedReading.RefusedAsync(PskcText.Container(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<n{i}/>"))), SeedFileFault.TooComplex);
        await SeedReading.RefusedAsync(PskcText.Container("<KeyPackage>" + string.Concat(Enumerable.Repeat("<Key/>", 20_000))), SeedFileFault.TooComplex);
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package("<PlainValue><![CDATA[<<<<<]]></PlainValue>")), SeedFileFault.Malformed);
    }

    [Fact]
    public async Task A_seed_that_comments_part_is_one_text_and_a_vendors_extension_counts_for_nothing()
    {
        var text = PskcText.Container(PskcText.Package("<PlainValue>MTIzNDU2Nzg5MDEy<!-- x -->MzQ1Njc4OTA=</PlainValue><v:PlainValue xmlns:v='urn:v'>AAAA</v:PlainValue>"));
        Assert.Equal(PskcText.Seed, (await SeedReading.OfAsync(text)).Single.Secret.Bytes.ToArray());
    }

    [Fact]
    public async Task Broken_and_wrongly_declared_encodings_are_refused()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"serial number,secret key,model\nT1,{Base32},Gr"), 0xFC, .. "n\n"u8];
        await SeedReading.RefusedAsync(marked, SeedFileFault.BadEncoding);
        byte[] xml = [.. "<Tokens><Token serial='"u8, 0xC3, 0x28, .. "'/></Tokens>"u8];
        await SeedReading.RefusedAsync(xml, SeedFileFault.BadEncoding);
        await SeedReading.RefusedAsync("<?xml version='1.0' encoding='utf-16'?><Tokens><Token/></Tokens>", SeedFileFault.BadEncoding);
        await SeedReading.RefusedAsync("\uFEFF<?xml version='1.0' encoding='iso-8859-1'?><Tokens><Token/></Tokens>", SeedFileFault.BadEncoding);
        await SeedReading.RefusedAsync("<?xml version='1.0' encoding='utf-7'?><Tokens><Token/></Tokens>", SeedFileFault.BadEncoding);
        await SeedReading.RefusedAsync([0xFF, 0xFE, 0, 0, (byte)'<', 0, 0, 0], SeedFileFault.BadEncoding);
        await SeedReading.RefusedAsync([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0], SeedFileFault.BadEncoding);
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package(serial: "A\0B")), SeedFileFault.UnknownForm);
    }

    [Fact]
    public async Task A_file_that_ends_too_early_is_refused_wherever_it_ends()
    {
        var text = PskcText.Container(PskcText.Package() + PskcText.Package(serial: "P-2"));
        for (var length = text.IndexOf("<KeyContainer", StringComparison.Ordinal) + 20; length < text.Length; length += 7)
        {
            var error = await Assert.ThrowsAsync<SeedFileException>(() => SeedReading.OfAsync(text[..length]));
            Assert.Contains(error.Fault, new[] { SeedFileFault.Truncated, SeedFileFault.Malformed });
        }

        await SeedReading.RefusedAsync(text[..^3], SeedFileFault.Truncated);
        await SeedReading.RefusedAsync(text + "<More/>", SeedFileFault.Malformed);
    }

    [Fact]
    public async Task A_row_that_ends_too_early_is_refused()
    {
        var text = $"serial number,secret key,model\nT1,{Base32},M\nT2,{Base32},M";
        Assert.Equal(2, (await SeedReading.OfAsync(text)).Records.Count);
        for (var cut = 2; cut < 34; cut++)
            Assert.Equal(SeedRowFaultCode.BadRow, Assert.Single((await SeedReading.OfAsync(text[..^cut])).Refused).Fault!.Code);
    }

    [Fact]
    public async Task Too_many_bytes_and_rows_are_refused()
    {
        var csv = "serial number,secret key\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"T{i},{Base32}\n"));
        await SeedReading.RefusedAsync(csv, SeedFileFault.TooLarge, new SeedFileOptions { MaxBytes = 200 });
        await SeedReading.RefusedAsync(csv, SeedFileFault.TooManyRows, new SeedFileOptions { MaxRows = 19 });
        Assert.Equal(20, (await SeedReading.OfAsync(csv, new SeedFileOptions { MaxRows = 20, MaxBytes = csv.Length })).Rows.Count);
        await SeedReading.RefusedAsync($"<KeyContainer xmlns='{Ns}'>" + PskcText.Package() + "</KeyContainer>", SeedFileFault.TooLarge, new SeedFileOptions { MaxBytes = 100 });
    }

    [Fact]
    public async Task A_cancelled_reading_stops()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("serial number,secret key\n" + string.Concat(Enumerable.Repeat($"T1,{Base32}\n", 10))));
        await using var file = await SeedFile.OpenAsync(stream, new SeedFileOptions(), stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in file.ReadRowsAsync(stop.Token)) await stop.CancelAsync();
        });
    }

    private const string Base32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
}
