using System.Text;
using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.Policies;
using IamConsole.Tests.Core.SeedFiles;

namespace IamConsole.Tests.Core.FidoMetadata;

/// <summary>
/// Changed BLOBs and changed payloads: read or refused, nothing else. The payload is fuzzed behind the signature, as who signs
/// could have made it. <c>FUZZ_ROUNDS</c> asks for more.
/// </summary>
public sealed class BlobFuzzTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("FUZZ_ROUNDS") ?? "3000", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void A_changed_payload_is_read_or_refused(int seed)
    {
        using var authority = new MetadataAuthority(Now);
        using var blob = New(authority);
        var good = Encoding.UTF8.GetBytes(blob.Payload.ToJsonString());
        var dice = new Dice(seed);
        for (var i = 0; i < Rounds; i++)
        {
            var payload = Mutations.Of(good, dice);
            Try(payload, i, () =>
            {
                if (PayloadReader.Read(payload).Value is not { } read) return;
                foreach (var entry in read.Entries)
                {
                    AuthenticatorModel.Of(entry, new DateOnly(2026, 3, 2));
                    Assert.Equal(ModelDifference.Write(entry), ModelDifference.Write(ModelDifference.Read(ModelDifference.Write(entry))));
                }
            });
        }
    }

    [Theory]
    [InlineData(31)]
    public void A_changed_file_is_refused(int seed)
    {
        using var authority = new MetadataAuthority(Now);
        using var blob = New(authority);
        var good = blob.Build();
        var dice = new Dice(seed);
        for (var i = 0; i < Rounds / 3; i++)
        {
            var file = Mutations.Of(good, dice);
            if (file.AsSpan().Trim(" \t\r\n"u8).SequenceEqual(good)) continue;
            Try(file, i, () => Assert.NotNull(BlobReader.Read(file, authority.Trust, Now).Error ?? SameText(file, good)));
        }
    }

    [Theory]
    [InlineData(41)]
    public void A_changed_revocation_list_is_read_or_refused(int seed)
    {
        using var authority = new MetadataAuthority(Now);
        using var blob = New(authority);
        var good = authority.Crl(-1, 7, null, blob.Signer);
        var dice = new Dice(seed);
        for (var i = 0; i < Rounds; i++)
        {
            var list = Mutations.Of(good, dice);
            Try(list, i, () => RevocationList.Read(list).Value?.IsSignedBy(authority.Root));
        }
    }

    private static TestBlob New(MetadataAuthority authority) => new TestBlob(authority).With(
        TestEntries.Fido2(1, "Key A", TestEntries.Report("FIPS140_CERTIFIED_L2", "2021-01-01", ("fipsRevision", 3), ("sunsetDate", "2031-01-01"), ("url", "www.example.com"))),
        TestEntries.U2f("7c0903708b87115b0b422def3138c3c864e44573", "Key B"));

    // A mark of the encoding before it, white space around it: the same text.
    private static Error? SameText(byte[] file, byte[] good) =>
        Encoding.UTF8.GetString(file).Trim('\uFEFF', ' ', '\t', '\r', '\n') == Encoding.UTF8.GetString(good) ? MetadataErrors.NotCompact : null;

    private static void Try(byte[] input, int round, Action act)
    {
        try
        {
            act();
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            throw new Xunit.Sdk.XunitException($"Round {round}: {error.GetType().Name}\n{error.StackTrace}\n{Convert.ToBase64String(input)}");
        }
    }
}
