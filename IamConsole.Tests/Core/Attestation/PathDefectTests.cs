using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>What certificates of the field get wrong, and what a hostile one could try: named, and no reason to refuse the statement.</summary>
public sealed class PathDefectTests
{
    private readonly SoftwareAuthenticator _key = new(AttestationKind.Packed);

    [Fact]
    public void A_signature_with_unused_bits_has_a_name_of_its_own()
    {
        // Whether the bits that do not count are zero or not.
        var (zero, other) = (false, false);
        _key.Certificate.BendSignature = bits =>
        {
            (zero, other) = (zero || (bits[^1] & 7) == 0, other || (bits[^1] & 7) != 0);
            return [.. bits[..2], 0x03, .. bits[3..]];
        };
        while (!zero || !other) _key.IsDistrusted("attestation.trust.signature-encoding");
    }

    [Fact]
    public void A_padded_signature_has_a_name_of_its_own()
    {
        // BIT STRING { 00, SEQUENCE { INTEGER, INTEGER } } with a zero more before the first number.
        _key.Certificate.BendSignature = bits =>
            [0x03, (byte)(bits[1] + 1), 0x00, 0x30, (byte)(bits[4] + 1), 0x02, (byte)(bits[6] + 1), 0x00, .. bits[7..]];
        _key.IsDistrusted("attestation.trust.signature-encoding");
    }

    [Fact]
    public void An_issuers_key_under_another_identifier_is_named()
    {
        var authority = new SoftwareAuthority(bend: (_, forge) => forge.Extensions.Add(new("2.5.29.14", [0x04, 0x02, 0x01, 0x03])));
        var key = new SoftwareAuthenticator(AttestationKind.Packed, authority: authority);
        key.Certificate.Extensions.Add(new("2.5.29.35", [0x30, 0x04, 0x80, 0x02, 0x01, 0x02]));
        key.IsDistrusted("attestation.trust.key-identifier");
        key.Certificate.Replace(new("2.5.29.35", [0x30, 0x04, 0x80, 0x02, 0x01, 0x03]));
        key.IsTrusted();
    }

    [Fact]
    public void An_issuer_with_a_key_that_takes_long_is_left_out()
    {
        // An RSA exponent as long as the modulus.
        var slow = new SoftwareAuthority(intermediates: 1, bend: (level, forge) =>
        {
            if (level == 1) forge.PublicKeyInfo = SlowKey();
        });
        new SoftwareAuthenticator(AttestationKind.Packed, authority: slow).IsDistrusted("attestation.trust.path");
    }

    private static byte[] SlowKey()
    {
        var modulus = SoftwareKey.Create(CoseAlgorithm.Rs256).Rsa!.Value.Modulus!;
        var numbers = ForgedExtension.Der(writer =>
        {
            using (writer.PushSequence())
            {
                writer.WriteIntegerUnsigned(modulus);
                writer.WriteIntegerUnsigned(modulus);
            }
        });
        return ForgedExtension.Der(writer =>
        {
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                    writer.WriteNull();
                }

                writer.WriteBitString(numbers);
            }
        });
    }
}
