using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>The form is found by content, never guessed.</summary>
public sealed class FormTests
{
    private const string Hex = "3132333435363738393031323334353637383930";

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "3 fields")]
    [InlineData("just words\n", "1 field")]
    [InlineData("<html/>", "html")]
    [InlineData("<KeyContainer/>", "without namespace")]
    [InlineData("<KeyContainer xmlns='urn:somebody:else'/>", "urn:somebody:else")]
    [InlineData("{\"tokens\": []}", "1 field")]
    public async Task A_file_of_no_known_form_is_refused_and_the_message_says_what_was_seen(string file, string seen)
    {
        var error = await SeedReading.RefusedAsync(file, SeedFileFault.UnknownForm);
        Assert.Contains(seen, error.Message, StringComparison.Ordinal);
        foreach (var form in Enum.GetValues<SeedFileForm>()) Assert.Contains(SeedFileForms.Name(form), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_repeats_nothing_that_could_be_a_seed()
    {
        Assert.DoesNotContain(Hex, (await SeedReading.RefusedAsync($"{Hex},x y\n", SeedFileFault.UnknownForm)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Hex, (await SeedReading.RefusedAsync($"<a{Hex}/>", SeedFileFault.UnknownForm)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_readings_are_refused_not_guessed()
    {
        var both = await SeedReading.RefusedAsync("serial number,secret key,x;serial number;secret key\n1,2,3;4;5\n", SeedFileFault.AmbiguousForm);
        Assert.Contains("commas", both.Message, StringComparison.Ordinal);
        Assert.Contains("semicolons", both.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_files_and_files_without_tokens_are_refused()
    {
        await SeedReading.RefusedAsync("", SeedFileFault.Empty);
        await SeedReading.RefusedAsync("\uFEFF\n \n", SeedFileFault.Empty);
        await SeedReading.RefusedAsync("# nothing\n", SeedFileFault.UnknownForm);
        await SeedReading.RefusedAsync("serial number,secret key\n", SeedFileFault.Empty);
        await SeedReading.RefusedAsync("<Tokens/>", SeedFileFault.Empty);
        await SeedReading.RefusedAsync("<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc'/>", SeedFileFault.Empty);
        await SeedReading.RefusedAsync("<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc'></KeyContainer>", SeedFileFault.Empty);
    }

    [Theory]
    [InlineData("-----BEGIN PGP MESSAGE-----", "OpenPGP")]
    [InlineData("tok1\0\u0001\u0002", "binary")]
    public async Task What_people_upload_by_mistake_is_named(string file, string says) =>
        Assert.Contains(says, (await SeedReading.RefusedAsync(file, SeedFileFault.UnknownForm)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Text_and_XML_are_read_in_UTF_8_and_UTF_16_with_and_without_marks()
    {
        var (csv, xml) = ($"tok1,{Hex},totp\n", "<?xml version='1.0'?><Tokens><Token serial='S-1'/></Tokens>");
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal("tok1", (await SeedReading.OfAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(csv)])).Single.Serial);
            Assert.Equal("S-1", (await SeedReading.OfAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(xml)])).Rows[0].Serial);
        }

        var latin = (await SeedReading.OfAsync(Encoding.Latin1.GetBytes(
            "<?xml version='1.0' encoding='ISO-8859-1'?>" + PskcText.Container(PskcText.Package().Replace("Maker", "Größe", StringComparison.Ordinal)).Split('\n', 2)[1]))).Single;
        Assert.Equal("Größe", latin.Vendor);
        Assert.Equal("S-1", (await SeedReading.OfAsync(Encoding.Unicode.GetBytes(xml.Replace("?>", " encoding='utf-16'?>", StringComparison.Ordinal)))).Rows[0].Serial);
    }
}
