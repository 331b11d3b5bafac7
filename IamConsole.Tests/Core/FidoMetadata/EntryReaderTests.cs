using System.Text.Json.Nodes;
using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>Entries: a bad one is left out alone, with its reason; what is only for show may be missing.</summary>
public sealed class EntryReaderTests : IDisposable
{
    private const string Identifier = "7c0903708b87115b0b422def3138c3c864e44573";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly MetadataAuthority _authority = new(Now);

    public static TheoryData<string, Action<JsonObject>> Malformed => new()
    {
        { "The AAGUID is malformed.", e => e["aaguid"] = "not-a-guid" },
        { "The AAGUID is malformed.", e => e["aaguid"] = Guid.Empty.ToString("D") },
        { "The AAGUID is malformed.", e => e["aaguid"] = 5 },
        { "It needs an AAGUID", e => e.Remove("aaguid") },
        { "It needs an AAGUID", e => e["attestationCertificateKeyIdentifiers"] = new JsonArray(Identifier) },
        { "A key identifier is malformed", e => e["attestationCertificateKeyIdentifiers"] = new JsonArray("xyz") },
        { "It has no metadata statement", e => e.Remove("metadataStatement") },
        { "Entry and statement name different", e => e["metadataStatement"]!["aaguid"] = TestEntries.Aaguid(9).ToString("D") },
        { "It has no name", e => e["metadataStatement"]!["description"] = "\u0001" },
        { "Its protocol family", e => e["metadataStatement"]!["protocolFamily"] = "uaf" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void A_malformed_entry_is_left_out_with_its_reason_and_the_others_stay(string reason, Action<JsonObject> bend)
    {
        var bad = TestEntries.Fido2(2, "Bad key");
        bend(bad);
        var read = Read(TestEntries.Fido2(1, "Good key"), bad, TestEntries.U2f(Identifier, "Old key")).Ok();

        Assert.Equal(["Good key", "Old key"], read.Entries.Select(e => e.Name));
        var fault = Assert.Single(read.LeftOut);
        Assert.StartsWith(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Equal((1, false), (fault.Index, fault.Kept));
    }

    [Theory]
    [InlineData("REVOKED", 1)]
    [InlineData("ATTESTATION_KEY_COMPROMISE", 1)]
    [InlineData("FIDO_CERTIFIED_L2", 0)]
    [InlineData("FIPS140_CERTIFIED_L2", 0)]
    public void A_malformed_report_never_helps_a_model(string status, int reports)
    {
        foreach (var (field, value) in new (string, JsonNode)[] { ("effectiveDate", "yesterday"), ("effectiveDate", 5), ("sunsetDate", "2020"), ("certificate", "AAAA"), ("batchCertificate", 1) })
        {
            var read = Read(TestEntries.Fido2(1, "Key A", TestEntries.Report(status, "2020-01-01", (field, value)))).Ok();
            Assert.True(Assert.Single(read.LeftOut).Kept);
            Assert.Equal(reports, read.Entries[0].Reports.Count);
            Assert.All(read.Entries[0].Reports, r => Assert.Null(r.Certificate));
            Assert.Equal(reports == 1 ? ModelStanding.Refused : ModelStanding.Fine, AuthenticatorModel.Of(read.Entries[0], new DateOnly(2026, 3, 2)).Status.Standing);
        }
    }

    [Fact]
    public void Reports_that_are_none_are_passed_over_and_told()
    {
        var odd = TestEntries.Fido2(1, "Key A");
        odd["statusReports"] = new JsonArray(5, new JsonObject(), TestEntries.Report("FIDO_CERTIFIED_L1", "2020-01-01"));
        var none = TestEntries.Fido2(2, "Key B");
        none["statusReports"] = new JsonArray();
        var read = Read(odd, none).Ok();
        Assert.Equal([1, 0], read.Entries.Select(e => e.Reports.Count));
        Assert.Equal([(0, true), (0, true), (1, true)], read.LeftOut.Select(f => (f.Index, f.Kept)));
    }

    [Theory]
    [InlineData("\"rk\"", "\"\\uD800k\"")]
    [InlineData("\"options\"", "\"\\uDFFFptions\"")]
    [InlineData("\"icon\"", "\"\\uD800con\"")]
    [InlineData("\"rk\"", "\"\u00FFk\"")]
    [InlineData("passcode_external", "passcode_\\uD800")]
    [InlineData("Key B", "\\uD800\u00FF")]
    public void Bytes_that_are_no_text_cost_one_entry_at_most(string part, string bad)
    {
        using var blob = new TestBlob(_authority).With(TestEntries.Fido2(1, "Key A"), TestEntries.Fido2(2, "Key B"));
        var text = blob.Payload.ToJsonString();
        var at = text.LastIndexOf(part, StringComparison.Ordinal);

        // One byte for each character: \u00FF alone is no UTF-8.
        var payload = System.Text.Encoding.Latin1.GetBytes(text[..at] + bad + text[(at + part.Length)..]);
        var read = PayloadReader.Read(payload);
        Assert.Equal("Key A", (read.Value ?? throw new InvalidOperationException(read.Error!.Message)).Entries[0].Name);
        Assert.InRange(read.Value.Entries.Count, 1, 2);
    }

    [Fact]
    public void A_second_entry_of_the_same_model_is_left_out()
    {
        var read = Read(TestEntries.Fido2(1, "First"), TestEntries.Fido2(1, "Second"), TestEntries.U2f(Identifier, "Third"), TestEntries.U2f(Identifier.ToUpperInvariant(), "Fourth")).Ok();
        Assert.Equal(["First", "Third"], read.Entries.Select(e => e.Name));
        Assert.Equal([1, 3], read.LeftOut.Select(f => f.Index));
    }

    [Fact]
    public void Facts_are_read_unknown_fields_and_statuses_are_passed_over()
    {
        var entry = TestEntries.Fido2(1, "Key A", TestEntries.Report("FIDO_CERTIFIED_L9"), TestEntries.Report("FIDO_CERTIFIED_L2", "2021-01-01", ("url", "www.example.com/k"), ("futureField", 1)));
        entry["futureField"] = new JsonObject();
        entry["metadataStatement"]!["friendlyNames"] = new JsonObject { ["en-US"] = "Friendly key" };
        entry["metadataStatement"]!["authenticatorGetInfo"]!.AsObject().Remove("transports");
        var read = Assert.Single(Read(entry).Ok().Entries);

        Assert.Equal(("Friendly key", "Key A", "fido2", TestEntries.Png), (read.Name, read.Description, read.ProtocolFamily, read.Icon));
        Assert.Equal(["usb", "nfc"], read.Transports);
        Assert.Equal("passcode_external", Assert.Single(Assert.Single(read.UserVerification)));
        Assert.Equal(("FIDO_CERTIFIED_L2", "https://www.example.com/k"), (Assert.Single(read.Reports).Status, read.Reports[0].Url));
        Assert.True(read.Options["rk"]);
    }

    [Theory]
    [InlineData("data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciPjxzY3JpcHQ+YWxlcnQoMSk8L3NjcmlwdD48L3N2Zz4=")]
    [InlineData("data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==")]
    [InlineData("data:image/png;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==")]
    [InlineData("data:image/png,x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://example.com/icon.png")]
    public void An_icon_that_is_no_small_image_is_dropped_and_the_model_stays(string icon)
    {
        var entry = TestEntries.Fido2(1, "Key A");
        entry["metadataStatement"]!["icon"] = icon;
        var read = Read(entry).Ok();
        Assert.Null(Assert.Single(read.Entries).Icon);
        Assert.True(Assert.Single(read.LeftOut).Kept);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://example.com/")]
    [InlineData("https://user@example.com/")]
    [InlineData("no address")]
    public void An_address_that_is_not_on_the_web_is_no_link(string url)
    {
        var read = Read(TestEntries.Fido2(1, "Key A", TestEntries.Report("FIDO_CERTIFIED", "2020-01-01", ("url", url)))).Ok();
        Assert.Null(read.Entries[0].Reports[0].Url);
    }

    [Fact]
    public void A_root_that_cannot_be_read_is_dropped_so_that_reports_against_the_model_stay()
    {
        var entry = TestEntries.Fido2(1, "Key A", TestEntries.Report("REVOKED", "2024-01-01"));
        entry["metadataStatement"]!["attestationRootCertificates"] = new JsonArray("AAAA", Convert.ToBase64String(_authority.Root.RawData));
        var read = Read(entry).Ok();
        Assert.Equal(_authority.Root.RawData, Assert.Single(read.Entries[0].Roots));
        Assert.Equal("REVOKED", read.Entries[0].Reports[0].Status);
        Assert.True(Assert.Single(read.LeftOut).Kept);
    }

    [Fact]
    public void Huge_fields_are_cut_or_dropped_and_deep_nesting_is_refused()
    {
        var entry = TestEntries.Fido2(1, new string('n', 1_000_000));
        entry["metadataStatement"]!["icon"] = "data:image/png;base64," + new string('A', 2_000_000);
        entry["metadataStatement"]!["keyProtection"] = new JsonArray([.. Enumerable.Range(0, 5000).Select(i => (JsonNode)("k" + i))]);
        var read = Assert.Single(Read(entry).Ok().Entries);
        Assert.Equal((200, null, 64), (read.Name.Length, read.Icon, read.KeyProtection.Count));

        using var blob = new TestBlob(_authority).With(TestEntries.Fido2(1, "Key A"));
        blob.Payload["deep"] = JsonNode.Parse(string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60)), documentOptions: new() { MaxDepth = 64 });
        blob.Payload["deeper"] = new JsonArray(new JsonArray(new JsonArray(new JsonArray(new JsonArray(new JsonArray(blob.Payload["deep"]!.DeepClone()))))));
        Assert.Equal(MetadataErrors.Payload, BlobReader.Read(blob.Build(), _authority.Trust, Now).Error);
    }

    [Fact]
    public void A_payload_without_number_date_or_entries_is_refused()
    {
        foreach (var bend in new Action<JsonObject>[]
                 {
                     p => p.Remove("no"), p => p["no"] = -1, p => p["no"] = "7", p => p["no"] = 7.5, p => p.Remove("nextUpdate"), p => p["nextUpdate"] = "soon",
                     p => p.Remove("entries"), p => p["entries"] = "none",
                 })
        {
            using var blob = new TestBlob(_authority).With(TestEntries.Fido2(1, "Key A"));
            bend(blob.Payload);
            Assert.Equal(MetadataErrors.Payload, BlobReader.Read(blob.Build(), _authority.Trust, Now).Error);
        }

        Assert.Equal(MetadataErrors.NoEntries, Read().Error);
    }

    public void Dispose() => _authority.Dispose();

    private Result<MetadataBlob> Read(params JsonObject[] entries)
    {
        using var blob = new TestBlob(_authority).With(entries);
        return BlobReader.Read(blob.Build(), _authority.Trust, Now);
    }
}
