using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>What says that the database is of an earlier day than what happened with it.</summary>
/// <param name="Name">See <see cref="Resumption.Sign"/>.</param>
/// <param name="Newest">The last checkpoint of what is gone, or null where none tells.</param>
internal sealed record RestoreSign(string Name, Checkpoint? Newest = null)
{
    /// <summary>The sign that is there, or null.</summary>
    public static async Task<RestoreSign?> FindAsync(IamDbContext db, AuditFiles files, AuditChain chain, CancellationToken ct)
    {
        var history = CheckpointHistory.Of(CheckpointFile.Read(files.Checkpoints));
        if (await ChainEnd.ReadAsync(db, ct) is { } head
            && await TrailAge.ReadAsync(db, chain, history, head, ct) is { Newest: { } newest, Explanation: null } age
            && await IsOlderAsync(db, files, chain, age, newest, head, ct)) return new RestoreSign("checkpoints", newest);
        return File.Exists(files.CopyMark) || await CopyMark.IsSetAsync(db, ct) ? new RestoreSign("backup") : null;
    }

    // Checkpoints ahead of the trail are those of a later day. Ones beside it are too, if the trail is whole without them:
    // it then went on for a while before anybody noticed. A trail that is not whole was tampered with, which is another matter.
    private static async Task<bool> IsOlderAsync(
        IamDbContext db, AuditFiles files, AuditChain chain, TrailAge age, Checkpoint newest, AuditChainHead head, CancellationToken ct)
    {
        using var key = files.OpenSigningKey();
        return newest.IsSignedBy(key)
            && (newest.Sequence > head.Sequence || await TrailAge.WalkAsync(db, chain, age.Common, head, ct) is null);
    }
}
