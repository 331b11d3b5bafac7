using IamConsole.Core.SeedFiles;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>PSKC in the clear (RFC 6030) and the drafts of the field.</summary>
public sealed class PskcTests
{
    [Theory]
    [InlineData("rfc6030-figure2.xml", "12345678")]
    [InlineData("rfc6030-figure3.xml", "987654321")]
    public async Task The_figures_of_RFC_6030_hold_HOTP_and_are_refused_by_name(string figure, string serial)
    {
        var row = Assert.Single((await SeedReading.OfAsync(SeedReading.Sample(figure))).Refused);
        Assert.Equal((1, serial, SeedRowFaultCode.UnsupportedAlgorithm), (row.Row, row.Serial, row.Fault!.Code));
        Assert.Contains("HOTP", row.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figure_3_with_a_time_based_algorithm_gives_its_seed()
    {
        var file = await SeedReading.OfAsync(SeedReading.SampleText("rfc6030-figure3.xml").Replace(":hotp", ":totp", StringComparison.Ordinal));
        Assert.Equal((SeedFileForm.Pskc, false), (file.Form, file.SignatureUnchecked));
        Assert.Equal(("987654321", new TotpProfile(TotpAlgorithm.Sha1, 8, 30), "Manufacturer"), (file.Single.Serial, file.Single.Profile, file.Single.Vendor));
        Assert.Equal(PskcText.Seed, file.Single.Secret.Bytes.ToArray());
    }

    [Fact]
    public async Task Interval_drift_suite_and_expiry_are_read()
    {
        var file = await SeedReading.OfAsync(PskcText.Container(PskcText.Package(
            parameters: "<Suite>HMAC-SHA512</Suite><ResponseFormat Length=\"8\" Encoding=\"DECIMAL\"/>",
            data: "<Time><PlainValue>0</PlainValue></Time><TimeInterval><PlainValue>60</PlainValue></TimeInterval><TimeDrift><PlainValue>-4</PlainValue></TimeDrift>",
            key: "<Policy><StartDate>2020-01-01T00:00:00Z</StartDate><ExpiryDate>2031-05-31T00:00:00Z</ExpiryDate><KeyUsage>OTP</KeyUsage></Policy>")));
        Assert.Equal((new TotpProfile(TotpAlgorithm.Sha512, 8, 60), -4, new DateOnly(2031, 5, 31)), (file.Single.Profile, file.Single.DriftSteps, file.Single.ExpiresOn));
    }

    [Theory]
    [InlineData("urn:ietf:params:xml:ns:keyprov:pskc#totp")]
    [InlineData("http://www.ietf.org/keyprov/pskc#totp")]
    [InlineData("urn:ietf:params:xml:ns:keyprov:pskc:1.0#totp")]
    [InlineData("TOTP")]
    public async Task Older_spellings_of_the_algorithm_are_known(string algorithm) =>
        Assert.Equal("P-1", (await SeedReading.OfAsync(PskcText.Container(PskcText.Package(algorithm: algorithm)))).Single.Serial);

    [Theory]
    [InlineData("urn:ietf:params:xml:ns:keyprov:pskc:ocra", "OCRA")]
    [InlineData("urn:ietf:params:xml:ns:keyprov:pskc:pin", "PIN")]
    [InlineData("http://example.com/totp", "supported")]
    [InlineData("", "does not say")]
    public async Task Other_algorithms_are_refused_by_name(string algorithm, string says)
    {
        var fault = (await SeedReading.OfAsync(PskcText.Container(PskcText.Package(algorithm: algorithm)))).Fault;
        Assert.Equal(SeedRowFaultCode.UnsupportedAlgorithm, fault.Code);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ResponseFormat Length=\"7\" Encoding=\"DECIMAL\"/>", "", SeedRowFaultCode.UnsupportedDigits)]
    [InlineData("<ResponseFormat Length=\"6\" Encoding=\"HEXADECIMAL\"/>", "", SeedRowFaultCode.UnsupportedDigits)]
    [InlineData("<ResponseFormat Length=\"6\" CheckDigits=\"true\"/>", "", SeedRowFaultCode.UnsupportedDigits)]
    [InlineData("<Suite>HMAC-MD5</Suite>", "", SeedRowFaultCode.UnsupportedAlgorithm)]
    [InlineData("", "<KeyProfileId>profile-1</KeyProfileId>", SeedRowFaultCode.MissingProfile)]
    [InlineData("", "<KeyReference>elsewhere</KeyReference>", SeedRowFaultCode.MissingProfile)]
    [InlineData("", "<Policy><KeyUsage>CR</KeyUsage></Policy>", SeedRowFaultCode.UnsupportedPolicy)]
    [InlineData("", "<Policy><NumberOfTransactions>5</NumberOfTransactions></Policy>", SeedRowFaultCode.UnsupportedPolicy)]
    [InlineData("", "<Policy><x:Never xmlns:x=\"urn:vendor\"/></Policy>", SeedRowFaultCode.UnsupportedPolicy)]
    [InlineData("", "<Policy><PINPolicy PINUsageMode=\"Append\"/></Policy>", SeedRowFaultCode.UnsupportedPolicy)]
    [InlineData("", "<Policy><ExpiryDate>tomorrow</ExpiryDate></Policy>", SeedRowFaultCode.BadDate)]
    [InlineData("", "<Policy><ExpiryDate>01/02/2031</ExpiryDate></Policy>", SeedRowFaultCode.BadDate)]
    [InlineData("", "<Data><Time><PlainValue>7</PlainValue></Time></Data>", SeedRowFaultCode.UnsupportedTime)]
    [InlineData("", "<Data><TimeDrift><PlainValue>9000000000</PlainValue></TimeDrift></Data>", SeedRowFaultCode.UnsupportedTime)]
    [InlineData("", "<Data><TimeInterval><PlainValue>45</PlainValue></TimeInterval></Data>", SeedRowFaultCode.UnsupportedPeriod)]
    [InlineData("", "<Data><TimeInterval><PlainValue>soon</PlainValue></TimeInterval></Data>", SeedRowFaultCode.BadRow)]
    public async Task What_cannot_be_kept_is_refused(string parameters, string key, SeedRowFaultCode code)
    {
        var file = await SeedReading.OfAsync(PskcText.Container(PskcText.Package(parameters: parameters, key: key) + PskcText.Package(serial: "P-2")));
        Assert.Equal((code, "P-1"), (Assert.Single(file.Refused).Fault!.Code, file.Refused[0].Serial));
        Assert.Equal("P-2", Assert.Single(file.Records).Serial);
    }

    [Theory]
    [InlineData("<PlainValue>MTIzNA==</PlainValue>", SeedRowFaultCode.SeedTooShort)]
    [InlineData("<PlainValue>MTIzNDU2Nzg5MA==</PlainValue>", SeedRowFaultCode.SeedTooShort)]
    [InlineData("<PlainValue>12345678901234567890!</PlainValue>", SeedRowFaultCode.BadSeed)]
    [InlineData("<PlainValue/>", SeedRowFaultCode.BadSeed)]
    [InlineData("<Nothing/>", SeedRowFaultCode.BadSeed)]
    public async Task Bad_seeds_are_refused_and_not_repeated(string secret, SeedRowFaultCode code)
    {
        var fault = (await SeedReading.OfAsync(PskcText.Container(PskcText.Package(secret)))).Fault;
        Assert.Equal(code, fault.Code);
        Assert.DoesNotContain("1234567890", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_drafts_of_the_field_are_read()
    {
        const string Body = "<Device><DeviceInfo><Manufacturer>Acme</Manufacturer><SerialNo>98765</SerialNo></DeviceInfo><Key KeyAlgorithm=\"urn:ietf:params:xml:ns:keyprov:pskc#totp\" KeyId=\"1\">"
            + "<Usage OTP=\"true\"><ResponseFormat Length=\"6\" Format=\"DECIMAL\"/></Usage><Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret>"
            + "<TimeInterval><PlainValue>60</PlainValue></TimeInterval><TimeDrift><PlainValue>4</PlainValue></TimeDrift></Data></Key></Device>";
        var first = (await SeedReading.OfAsync(PskcText.Container(Body, "urn:ietf:params:xml:ns:keyprov:pskc:1.0"))).Single;
        Assert.Equal(("98765", 60, 4), (first.Serial, first.Profile.PeriodSeconds, first.DriftSteps));

        const string Older = "<EncryptionMethod algorithm=\"NONE\"/><DigestMethod algorithm=\"HMAC-SHA1\"/><Device><DeviceId><SerialNo>98765</SerialNo><Expiry>31/01/2031</Expiry></DeviceId>"
            + "<Secret SecretAlgorithm=\"TOTP\" SecretId=\"7\"><Usage><ResponseFormat format=\"DECIMAL\" length=\"8\"/></Usage><Data Name=\"SECRET\"><Value>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</Value><ValueDigest>AAAA</ValueDigest></Data>"
            + "<Data Name=\"TIME_INTERVAL\"><Value>AAAAAAAAADw=</Value></Data></Secret></Device>";
        var text = PskcText.Container(Older, "http://www.openauthentication.org/OATH/2006/08/PSKC", "1.2").Replace("KeyContainer", "SecretContainer", StringComparison.Ordinal);
        var second = (await SeedReading.OfAsync(text)).Single;
        Assert.Equal((8, 60, new DateOnly(2031, 1, 31)), (second.Profile.Digits, second.Profile.PeriodSeconds, second.ExpiresOn));
        Assert.Equal(PskcText.Seed, second.Secret.Bytes.ToArray());
    }

    [Fact]
    public async Task A_PIN_beside_the_key_or_checked_by_the_device_does_not_matter_and_two_time_keys_are_refused()
    {
        const string Policy = "<Policy><PINPolicy PINUsageMode=\"Local\" MaxFailedAttempts=\"5\"/></Policy>";
        var token = PskcText.Package(key: Policy).Replace("KeyPackage", "Device", StringComparison.Ordinal);
        var pin = token.Replace("</Device>", "<Key Id=\"PIN\" Algorithm=\"urn:ietf:params:xml:ns:keyprov:pskc:pin\"/></Device>", StringComparison.Ordinal);
        var twice = token.Replace("</Device>", "<Key Id=\"2\" Algorithm=\"totp\"/></Device>", StringComparison.Ordinal);
        Assert.Equal("P-1", (await SeedReading.OfAsync(PskcText.Container(pin))).Single.Serial);
        Assert.Equal(SeedRowFaultCode.BadRow, (await SeedReading.OfAsync(PskcText.Container(twice))).Fault.Code);
    }

    [Fact]
    public async Task Without_a_serial_number_the_identifier_of_the_key_stands_for_it_unless_it_could_be_a_seed()
    {
        var text = PskcText.Container(PskcText.Package().Replace("<SerialNo>P-1</SerialNo>", "", StringComparison.Ordinal));
        Assert.Equal("K", (await SeedReading.OfAsync(text)).Single.Serial);
        var row = Assert.Single((await SeedReading.OfAsync(text.Replace("Id=\"K\"", "Id=\"3132333435363738393031323334353637383930\"", StringComparison.Ordinal))).Rows);
        Assert.Equal((SeedRowFaultCode.BadSerial, null), (row.Fault!.Code, row.Serial));
    }

    [Fact]
    public async Task A_container_of_another_version_or_with_elements_twice_is_refused()
    {
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package(), version: "2.0"), SeedFileFault.Unsupported);
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package(PskcText.Plain() + PskcText.Plain())), SeedFileFault.Malformed);
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package(key: "<Data><Secret>" + PskcText.Plain() + "</Secret></Data>")), SeedFileFault.Malformed);
        await SeedReading.RefusedAsync(PskcText.Container(PskcText.Package() + PskcText.PreShared), SeedFileFault.Malformed);
        await SeedReading.RefusedAsync(PskcText.Container("words" + PskcText.Package()), SeedFileFault.Malformed);
    }
}
