using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using IamConsole.Core.SeedFiles;
using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>Signed containers (RFC 6030, section 8.1).</summary>
public sealed class SignedContainerTests
{
    private static readonly RSA Key = RSA.Create(2048);
    private static readonly X509Certificate2 Certificate = Issue(Key, "CN=vendor");
    private static readonly SeedFileOptions Checked = new() { SignerCertificate = Certificate };

    [Fact]
    public async Task A_file_signed_by_another_tool_is_verified_with_the_certificate_that_is_given()
    {
        var (signed, vendor) = (SeedReading.Sample("xmlsec1-signed.xml"), X509CertificateLoader.LoadCertificate(SeedReading.Sample("xmlsec1-signer.pem")));
        var file = await SeedReading.OfAsync(signed, new SeedFileOptions { SignerCertificate = vendor });
        Assert.Equal((2, false), (file.Records.Count, file.SignatureUnchecked));
        Assert.True((await SeedReading.OfAsync(signed)).SignatureUnchecked);
        // The certificate in the file does not count.
        await SeedReading.RefusedAsync(signed, SeedFileFault.BadSignature, Checked);
        var changed = SeedReading.SampleText("xmlsec1-signed.xml").Replace("PU-0001", "PU-0009", StringComparison.Ordinal);
        await SeedReading.RefusedAsync(changed, SeedFileFault.BadSignature, new SeedFileOptions { SignerCertificate = vendor });
    }

    [Fact]
    public async Task An_unsigned_file_is_refused_where_a_certificate_is_given()
    {
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package()), SeedFileFault.SignatureMissing, Checked);
        await SeedReading.RefusedAsync("serial number,secret key\n1,2\n", SeedFileFault.SignatureMissing, Checked);
        await SeedReading.RefusedAsync("<Tokens><Token/></Tokens>", SeedFileFault.SignatureMissing, Checked);
    }

    [Fact]
    public async Task The_reference_may_be_the_whole_document_or_the_identifier_of_its_element()
    {
        Assert.Equal("P-1", (await SeedReading.OfAsync(Sign(PskcText.Container(PskcText.Package()), ""), Checked)).Single.Serial);
        Assert.Equal("P-1", (await SeedReading.OfAsync(Sign(WithId(PskcText.Container(PskcText.Package())), "#whole"), Checked)).Single.Serial);
    }

    [Fact]
    public async Task Signatures_that_are_wrapped_doubled_or_over_a_part_are_refused()
    {
        var two = PskcText.Container(PskcText.Package().Replace("<KeyPackage>", "<KeyPackage Id=\"part\">", StringComparison.Ordinal) + PskcText.Package(serial: "EVIL-1"));
        await SeedReading.RefusedAsync(Sign(two, "#part"), SeedFileFault.BadSignature, Checked);

        // The signed document moved into an element of another that says something else.
        var original = Sign(WithId(PskcText.Container(PskcText.Package())), "#whole");
        var inner = original[original.IndexOf("<KeyContainer", StringComparison.Ordinal)..];
        var signature = inner[inner.IndexOf("<Signature", StringComparison.Ordinal)..inner.IndexOf("</KeyContainer>", StringComparison.Ordinal)];
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package(serial: "EVIL-1") + $"<Extensions>{inner}</Extensions>"), SeedFileFault.BadSignature, Checked);
        await SeedReading.RefusedAsync(
            PskcText.Container(PskcText.Package(serial: "EVIL-1") + $"<Extensions>{inner.Replace(signature, "", StringComparison.Ordinal)}</Extensions>" + signature), SeedFileFault.BadSignature, Checked);
        await SeedReading.RefusedAsync(
            WithId(PskcText.Container(PskcText.Package(serial: "EVIL-1") + $"<Extensions>{inner.Replace(signature, "", StringComparison.Ordinal)}</Extensions>" + signature)), SeedFileFault.BadSignature, Checked);
        await SeedReading.RefusedAsync(original.Replace("</KeyContainer>", signature + "</KeyContainer>", StringComparison.Ordinal), SeedFileFault.BadSignature, Checked);
    }

    [Fact]
    public async Task Weak_or_unlisted_algorithms_other_keys_and_large_files_are_refused()
    {
        var text = PskcText.Container(PskcText.Package());
        await SeedReading.RefusedAsync(Sign(text, "", "http://www.w3.org/2000/09/xmldsig#rsa-sha1"), SeedFileFault.BadSignature, Checked);
        await SeedReading.RefusedAsync(Sign(text, "", digest: "http://www.w3.org/2000/09/xmldsig#sha1"), SeedFileFault.BadSignature, Checked);
        await SeedReading.RefusedAsync(Sign(text, "", envelope: false), SeedFileFault.BadSignature, Checked);
        using var other = RSA.Create(2048);
        await SeedReading.RefusedAsync(Sign(text, ""), SeedFileFault.BadSignature, new SeedFileOptions { SignerCertificate = Issue(other, "CN=vendor") });
        await SeedReading.RefusedAsync(Sign(text, ""), SeedFileFault.TooLarge, new SeedFileOptions { SignerCertificate = Certificate, MaxSignedBytes = 100 });
        var signed = Sign(text, "");
        await SeedReading.RefusedAsync(signed.Replace("<SignatureValue>", "<SignatureValue>!", StringComparison.Ordinal), SeedFileFault.BadSignature, Checked);
        await SeedReading.RefusedAsync(signed.Replace("<SignedInfo>", "<Signed>", StringComparison.Ordinal).Replace("</SignedInfo>", "</Signed>", StringComparison.Ordinal), SeedFileFault.BadSignature, Checked);
    }

    [Fact]
    public async Task A_changed_file_is_refused_or_says_what_was_signed()
    {
        var (signed, dice) = (SeedReading.Sample("xmlsec1-signed.xml"), new Dice(21));
        var options = new SeedFileOptions { SignerCertificate = X509CertificateLoader.LoadCertificate(SeedReading.Sample("xmlsec1-signer.pem")) };
        var expected = Said(await SeedReading.OfAsync(signed, options));
        for (var i = 0; i < 2000; i++)
        {
            try
            {
                Assert.Equal(expected, Said(await SeedReading.OfAsync(Mutations.Of(signed, dice), options)));
            }
            catch (SeedFileException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    private static List<string> Said(SeedReading file) =>
        [.. file.Rows.Select(r => $"{r.Serial} {r.Record} {r.Record?.Secret.ToBase32()} {r.Fault}")];

    private static string WithId(string text) =>
        text.Insert(text.IndexOf("<KeyContainer ", StringComparison.Ordinal) + "<KeyContainer ".Length, "Id=\"whole\" ");

    private static string Sign(
        string text, string reference, string method = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        string digest = "http://www.w3.org/2001/04/xmlenc#sha256", bool envelope = true)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(text);
        var signed = new SignedXml(document) { SigningKey = Key };
        signed.SignedInfo!.SignatureMethod = method;
        signed.SignedInfo.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        var part = new Reference(reference) { DigestMethod = digest };
        if (envelope) part.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        part.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(part);
        signed.ComputeSignature();
        document.DocumentElement!.AppendChild(document.ImportNode(signed.GetXml(), deep: true));
        return document.OuterXml;
    }

    private static X509Certificate2 Issue(RSA key, string name)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
