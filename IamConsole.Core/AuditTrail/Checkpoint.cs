using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// Where the chain stood at a time, signed by ECDSA on P-256 with SHA-256. The sequence has no gaps, so it is also the
/// number of rows. Each carries the signature before it: none can be taken out of the file unseen.
/// </summary>
/// <param name="Sequence">The last row.</param>
/// <param name="Hash">Its hash, hexadecimal.</param>
/// <param name="Time">When it was signed.</param>
/// <param name="Previous">The signature of the checkpoint before; null for the first.</param>
/// <param name="Signature">
/// DER, Base64, over the netstrings of name, sequence, hash, time and previous signature, and of "restored" and
/// <paramref name="RestoredTo"/> where that is set.
/// </param>
/// <param name="RestoredTo">
/// Set where an older database had come back: this checkpoint is of the row that says so, and those before it in the file
/// that are of rows behind this one speak of a trail that is gone. Null otherwise.
/// </param>
public sealed record Checkpoint(
    long Sequence, string Hash, DateTimeOffset Time,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Previous, string Signature, long? RestoredTo = null)
{
    private const DSASignatureFormat Format = DSASignatureFormat.Rfc3279DerSequence;

    internal static Checkpoint Sign(ECDsa key, long sequence, byte[] hash, DateTimeOffset time, string? previous, long? restoredTo = null)
    {
        var unsigned = new Checkpoint(sequence, Convert.ToHexStringLower(hash), time, previous, "", restoredTo);
        return unsigned with { Signature = Convert.ToBase64String(key.SignData(unsigned.Text(), HashAlgorithmName.SHA256, Format)) };
    }

    internal bool IsSignedBy(ECDsa publicKey)
    {
        var signature = new byte[Signature.Length];
        return Convert.TryFromBase64String(Signature, signature, out var length)
            && publicKey.VerifyData(Text(), signature.AsSpan(0, length), HashAlgorithmName.SHA256, Format);
    }

    private ReadOnlySpan<byte> Text()
    {
        var text = new ArrayBufferWriter<byte>(256);
        CanonicalRow.Text("iam-audit-checkpoint", text);
        CanonicalRow.Number(Sequence, text);
        CanonicalRow.Text(Hash, text);
        CanonicalRow.Time(Time, text);
        CanonicalRow.Text(Previous, text);
        if (RestoredTo is { } row)
        {
            CanonicalRow.Text("restored", text);
            CanonicalRow.Number(row, text);
        }

        return text.WrittenSpan;
    }
}
