using System.Formats.Asn1;

namespace IamConsole.Core.Attestation.Tpm;

/// <summary>
/// The member sig is a TPMT_SIGNATURE by its definition (WebAuthn Level 3, 8.3) and the bare signature in the field, the
/// specification's own vectors included: both are read.
/// </summary>
internal static class TpmSignature
{
    /// <summary>The signature as the other formats have it: DER for ECDSA.</summary>
    public static ReadOnlyMemory<byte> Unwrap(ReadOnlyMemory<byte> signature)
    {
        var reader = new TpmReader(signature);
        var scheme = reader.UInt16();
        reader.UInt16(); // hash: alg decides
        switch (scheme)
        {
            case TpmAlgorithm.RsaSsa or TpmAlgorithm.RsaPss:
                var bytes = reader.Sized();
                return reader.IsComplete ? bytes : signature;
            case TpmAlgorithm.EcDsa:
                var (r, s) = (reader.Sized(), reader.Sized());
                return reader.IsComplete && !r.IsEmpty && !s.IsEmpty ? Der(r, s) : signature;
            default:
                return signature;
        }
    }

    private static byte[] Der(ReadOnlyMemory<byte> r, ReadOnlyMemory<byte> s)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(Minimal(r).Span);
            writer.WriteIntegerUnsigned(Minimal(s).Span);
        }

        return writer.Encode();
    }

    private static ReadOnlyMemory<byte> Minimal(ReadOnlyMemory<byte> number) =>
        number.TrimStart((byte)0) is { IsEmpty: false } trimmed ? trimmed : number[^1..];
}
