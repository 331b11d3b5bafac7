using System.Security.Cryptography;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// The whole trail against its chain, its end and its checkpoints. Only reads, one row at a time, beside a running server.
/// </summary>
public sealed class VerifyAuditTrail(IDbContextFactory<IamDbContext> databases, AuditFiles files, AuditChain chain)
{
    /// <summary>Names the first bad row.</summary>
    /// <param name="publicKey">PEM of an auditor's own copy; null takes the one in the folder.</param>
    /// <param name="copy">A copy of the checkpoints that was kept elsewhere: the trail must meet those too; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="AuditTrailException">A key or the copy cannot be read.</exception>
    public async Task<AuditVerdict> RunAsync(string? publicKey, string? copy, CancellationToken ct)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicKey ?? files.PublicKey);
        _ = files.ChainKey;
        var elsewhere = copy is null ? [] : ReadCopy(copy);
        IReadOnlyList<Checkpoint> here;
        try
        {
            // Checkpoints, end, rows, in this order: whatever a server adds meanwhile is behind what was read before.
            here = CheckpointFile.Read(files.Checkpoints);
        }
        catch (AuditTrailException rewritten)
        {
            return new AuditVerdict(0, 0, Fault: rewritten.Message);
        }

        var shared = here.Zip(elsewhere).TakeWhile(pair => pair.First == pair.Second).Count();
        var history = CheckpointHistory.Of([.. here.Take(shared), .. elsewhere.Skip(shared), .. here.Skip(shared)]);
        await using var db = await databases.CreateDbContextAsync(ct);
        var check = new TrailCheck(db, chain, history);
        check.Remark(CheckpointGaps.OfCopy(elsewhere.Count - shared));
        var verdict = await check.RunAsync(ct);
        if (!verdict.IsGood) return verdict;
        if (CheckpointFile.Fault(here, key) is { } fault) return verdict with { Fault = fault };
        return CheckpointFile.Fault(elsewhere, key) is { } other ? verdict with { Fault = "the copy: " + other } : verdict;
    }

    private static IReadOnlyList<Checkpoint> ReadCopy(string copy)
    {
        if (!File.Exists(copy)) throw new AuditTrailException($"The copy of the checkpoints cannot be read: {copy}.");
        try
        {
            return CheckpointFile.Read(copy) is { Count: > 0 } some
                ? some : throw new AuditTrailException($"The copy of the checkpoints holds none: {copy}.");
        }
        catch (AuditTrailException noCheckpoint)
        {
            throw new AuditTrailException($"The copy of the checkpoints, {copy}: {noCheckpoint.Message}.", noCheckpoint);
        }
    }
}
