using System.Data.Common;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>Reads the row that says where the chain ends; whatever somebody wrote there is a finding, never a crash.</summary>
internal static class ChainEnd
{
    private const string Changed = "The end of the audit trail was changed outside this program";

    /// <summary>Null where there is none.</summary>
    /// <exception cref="AuditTrailException">There are several, or one that cannot be read.</exception>
    public static Task<AuditChainHead?> ReadAsync(IamDbContext db, CancellationToken ct) =>
        ReadAsync(db.AuditChain.AsNoTracking(), ct);

    /// <summary>The same in a database of an earlier version, before it is migrated.</summary>
    /// <exception cref="AuditTrailException">There are several, or one that cannot be read.</exception>
    public static Task<AuditChainHead?> ReadOlderAsync(IamDbContext db, CancellationToken ct) => ReadAsync(
        db.AuditChain.AsNoTracking().Select(h => new AuditChainHead { Id = h.Id, Sequence = h.Sequence, Hash = h.Hash, Mac = h.Mac }), ct);

    /// <summary>Whether the error says that a column holds something that is not of its type.</summary>
    public static bool IsUnreadable(Exception error) =>
        error is InvalidCastException or FormatException or ArgumentException or OverflowException
            or InvalidOperationException { InnerException: not DbException };

    private static async Task<AuditChainHead?> ReadAsync(IQueryable<AuditChainHead> kept, CancellationToken ct)
    {
        List<AuditChainHead> ends;
        try
        {
            ends = await kept.OrderBy(h => h.Id).Take(2).ToListAsync(ct);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw new AuditTrailException($"{Changed}: it cannot be read.", error);
        }

        return ends switch
        {
            [] => null,
            [{ Id: 1 } only] => only,
            [_] => throw new AuditTrailException($"{Changed}: it is not the row that this program keeps."),
            _ => throw new AuditTrailException($"{Changed}: there is more than one."),
        };
    }
}
