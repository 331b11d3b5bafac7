using System.Security.Cryptography;
using System.Text.Json;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// An extract against its checkpoint, with nothing but a public key: neither database nor data folder. What it proves: each
/// event shown was in the trail, in this place and with these words, when the checkpoint was signed.
/// </summary>
public static class VerifyExtract
{
    /// <summary>Names the first bad row.</summary>
    /// <param name="extract">The file.</param>
    /// <param name="publicKey">PEM of the auditor's own copy; null trusts the one in the extract.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="CryptographicException">The auditor's copy is no such key.</exception>
    public static async Task<AuditVerdict> RunAsync(TextReader extract, string? publicKey, CancellationToken ct)
    {
        using var key = publicKey is null ? null : Key(publicKey);
        var events = 0L;
        ChainWalk? walk = null;
        ExtractHeader? header = null;
        try
        {
            while (await extract.ReadLineAsync(ct) is { } text)
            {
                var line = JsonSerializer.Deserialize<ExtractLine>(text, AuditJson.Line);
                switch (line)
                {
                    case { Header: { } head, Row: null, Checkpoint: null } when header is null && head.IsKnown():
                        header = head;
                        break;
                    case { Header: null, Row: { } row, Checkpoint: null } when header is not null:
                        walk ??= new ChainWalk(row.Sequence - 1, Convert.FromHexString(header.PreviousHash));
                        if (Digest(row, header.AccountId) is not { Length: AuditChain.HashLength } digest || !walk.Step(row.Sequence, digest, storedHash: null))
                            return Broken(walk.Fault ?? "not an event of this account, or not at its place", walk.FaultAt);
                        if (row.Event is not null) events++;
                        break;
                    case { Header: null, Row: null, Checkpoint: { } checkpoint } when header is not null && walk is not null:
                        return await extract.ReadLineAsync(ct) is null
                            ? Conclude(walk, checkpoint, key, header, events)
                            : Broken("lines follow the checkpoint");
                    default:
                        return Broken("a line is not what belongs there");
                }
            }
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or CryptographicException)
        {
            return walk is null ? Broken("it is no extract") : Broken("cannot be read", walk.FaultAt);
        }

        return Broken("the checkpoint is missing");
    }

    private static byte[]? Digest(ExtractRow row, string accountId) => row switch
    {
        { Digest: { } digest, Key: null, Event: null } => Convert.FromHexString(digest),
        { Digest: null, Key: { } key, Event: { } shown } when shown.Sequence == row.Sequence && shown.AccountId == accountId =>
            AuditChain.Digest(Convert.FromHexString(key), shown),
        _ => null,
    };

    private static ECDsa Key(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }

    private static AuditVerdict Conclude(ChainWalk walk, Checkpoint checkpoint, ECDsa? own, ExtractHeader header, long events)
    {
        using var shown = own is null ? Key(header.PublicKey) : null;
        if (!checkpoint.IsSignedBy(own ?? shown!)) return Broken("the checkpoint's signature is not of this key");
        return walk.Meets(checkpoint)
            ? new AuditVerdict(walk.Sequence, 1, Extract: new ExtractVerdict(events, checkpoint.Time))
            : Broken("the rows do not lead to the checkpoint: one of them was changed, left out or added");
    }

    private static AuditVerdict Broken(string fault, long? row = null) => new(0, 0, row, fault, new ExtractVerdict(0));
}
