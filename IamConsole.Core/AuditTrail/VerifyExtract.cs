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
    public static async Task<AuditVerdict> RunAsync(TextReader extract, string? publicKey, CancellationToken ct)
    {
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
                    case { Header: { } head, Row: null, Checkpoint: null } when header is null && head.Format == ExtractHeader.Current:
                        header = head;
                        break;
                    case { Header: null, Row: { } row, Checkpoint: null } when header is not null:
                        walk ??= new ChainWalk(row.Sequence - 1, Convert.FromHexString(header.PreviousHash));
                        if (Digest(row, header.AccountId) is not { Length: AuditChain.HashLength } digest || !walk.Step(row.Sequence, digest, storedHash: null))
                            return new AuditVerdict(0, 0, walk.FaultAt, walk.Fault ?? "not an event of this account, or not at its place");
                        if (row.Event is not null) events++;
                        break;
                    case { Header: null, Row: null, Checkpoint: { } checkpoint } when header is not null && walk is not null:
                        return await extract.ReadLineAsync(ct) is null
                            ? Conclude(walk, checkpoint, publicKey ?? header.PublicKey, events)
                            : Broken("lines follow the checkpoint");
                    default:
                        return Broken("a line is not what belongs there");
                }
            }
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException)
        {
            return walk is null ? Broken("this is no extract") : new AuditVerdict(0, 0, walk.FaultAt, "cannot be read");
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

    private static AuditVerdict Conclude(ChainWalk walk, Checkpoint checkpoint, string publicKey, long events)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicKey);
        if (!checkpoint.IsSignedBy(key)) return Broken("the checkpoint's signature is not of this key");
        return walk.Meets(checkpoint)
            ? new AuditVerdict(walk.Sequence, 1, Events: events)
            : Broken("the rows do not lead to the checkpoint: one of them was changed, left out or added");
    }

    private static AuditVerdict Broken(string fault) => new(0, 0, Fault: fault);
}
