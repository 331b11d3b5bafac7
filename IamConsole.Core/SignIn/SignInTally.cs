using System.Security.Cryptography;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>Counts sign-ins by day, in the transaction of the attempt. Called last: a part is held until the commit.</summary>
internal static class SignInTally
{
    // Sign-ins of one account at once meet in the same part rarely.
    private const int Shards = 16;

    /// <summary>Where attempts with unknown names are counted: the same statement, or its absence would tell which names exist (T16).</summary>
    public const string Nobodys = "";

    public static Task CountSuccessAsync(IamDbContext db, string accountId, DateTimeOffset now, CancellationToken ct) =>
        CountAsync(db, accountId, now, successful: 1, wrongPasswords: 0, mfaFailed: 0, ct);

    public static Task CountWrongPasswordAsync(IamDbContext db, string accountId, DateTimeOffset now, CancellationToken ct) =>
        CountAsync(db, accountId, now, successful: 0, wrongPasswords: 1, mfaFailed: 0, ct);

    public static Task CountMfaFailureAsync(IamDbContext db, string accountId, DateTimeOffset now, CancellationToken ct) =>
        CountAsync(db, accountId, now, successful: 0, wrongPasswords: 0, mfaFailed: 1, ct);

    private static Task CountAsync(
        IamDbContext db, string accountId, DateTimeOffset now, int successful, int wrongPasswords, int mfaFailed, CancellationToken ct)
    {
        var (day, shard) = (DateOnly.FromDateTime(now.UtcDateTime), RandomNumberGenerator.GetInt32(Shards));
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "SignInDays" ("AccountId", "Day", "Shard", "Successful", "WrongPasswords", "MfaFailed")
             VALUES ({accountId}, {day}, {shard}, {successful}, {wrongPasswords}, {mfaFailed})
             ON CONFLICT ("AccountId", "Day", "Shard") DO UPDATE SET
               "Successful" = "SignInDays"."Successful" + excluded."Successful",
               "WrongPasswords" = "SignInDays"."WrongPasswords" + excluded."WrongPasswords",
               "MfaFailed" = "SignInDays"."MfaFailed" + excluded."MfaFailed"
             """, ct);
    }
}
