using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// SQLite keeps any type in any column and reads it back as what the program expects: an account's number kept as bytes reads
/// like the number, and no filter finds the row. So who checks the trail asks for the types too. PostgreSQL keeps them itself.
/// </summary>
internal static class StorageTypes
{
    /// <summary>The first row with a value of another type, or null.</summary>
    public static async Task<long?> FirstWrongAsync(IamDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) return null;
        var sql = $"SELECT MIN(\"Sequence\") AS \"Value\" FROM \"AuditEvents\" WHERE {WrongRow<AuditEvent>(db)}";
        return await db.Database.SqlQueryRaw<long?>(sql).SingleAsync(ct);
    }

    /// <summary>Whether the end of the chain is kept as it should be.</summary>
    public static async Task<bool> EndIsRightAsync(IamDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) return true;
        var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"AuditChain\" WHERE {WrongRow<AuditChainHead>(db)}";
        return await db.Database.SqlQueryRaw<long>(sql).SingleAsync(ct) == 0;
    }

    /// <summary>
    /// Whether the database finds a row's texts as they were read. Bytes that are no text are read as U+FFFD, which is also
    /// what stands in rows for a character that was taken out.
    /// </summary>
    public static Task<bool> FindsAsync(IamDbContext db, AuditEvent row, CancellationToken ct) => db.AuditEvents.AnyAsync(
        e => e.Sequence == row.Sequence && e.AccountId == row.AccountId && e.EventName == row.EventName && e.Reason == row.Reason
            && e.ActorId == row.ActorId && e.ActorName == row.ActorName && e.ActorType == row.ActorType && e.ActorArn == row.ActorArn
            && e.Target == row.Target && e.SessionId == row.SessionId && e.DeviceId == row.DeviceId && e.DeviceSerial == row.DeviceSerial
            && e.Address == row.Address && e.UserAgent == row.UserAgent && e.RequestId == row.RequestId && e.Details == row.Details,
        ct);

    /// <summary>Whether a row has a text that needs <see cref="FindsAsync"/>.</summary>
    public static bool HasReplacements(AuditEvent row) => new[]
    {
        row.AccountId, row.EventName, row.Reason, row.ActorId, row.ActorName, row.ActorType, row.ActorArn, row.Target, row.SessionId,
        row.DeviceId, row.DeviceSerial, row.Address, row.UserAgent, row.RequestId, row.Details,
    }.Any(text => text is not null && text.Contains('\uFFFD', StringComparison.Ordinal));

    private static string WrongRow<T>(IamDbContext db) =>
        string.Join(" OR ", db.Model.FindEntityType(typeof(T))!.GetProperties().Select(Wrong));

    private static string Wrong(IProperty property)
    {
        var (column, type) = ($"\"{property.GetColumnName()}\"", property.GetRelationalTypeMapping().StoreType);
        var kept = property.IsNullable ? $"'{type.ToLowerInvariant()}', 'null'" : $"'{type.ToLowerInvariant()}'";
        var wrong = $"typeof({column}) NOT IN ({kept})";

        // The program reads a text up to its first zero byte, the database compares all of it.
        if (type == "TEXT") wrong += $" OR instr(CAST({column} AS BLOB), x'00') > 0";
        var kind = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (kind == typeof(bool)) wrong += $" OR {column} NOT IN (0, 1)";
        if (kind == typeof(int)) wrong += $" OR {column} NOT BETWEEN {int.MinValue} AND {int.MaxValue}";
        return wrong;
    }
}
