using System.Globalization;
using IamConsole.Core.Accounts;
using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AccountSettings;

/// <summary>
/// Changes who must use MFA. Nobody whom it catches at once stays in: their sessions and pending sign-ins end with the
/// change, the caller's own too, and the next sign-in reaches nothing but the registration (security bar C45).
/// </summary>
public sealed class UpdateMfaPolicy(Gate gate, TimeProvider clock)
{
    /// <summary>Changes.</summary>
    public async Task<Result<MfaPolicyChange>> RunAsync(Caller caller, WantedMfaPolicy wanted, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateMfaPolicy, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (account, now) = (operation.Account, clock.GetUtcNow());
        var checkedPolicy = wanted.Check(account.MfaPolicy, now);
        if (!checkedPolicy.Succeeded) return checkedPolicy.Error;
        var (before, after) = (account.MfaPolicy, checkedPolicy.Value);
        var told = after.IsRequired && before != after ? await TellAsync(operation, after, now, ct) : 0;
        account.MfaPolicy = after;
        var ended = await EndSessionsAsync(operation, after, now, ct);
        operation.Audit("UpdateMFAPolicy", target: Arn.Root(account), details: new { before, after, sessionsEnded = ended, told });
        await operation.SaveAsync(ct);
        return new MfaPolicyChange(ended, told);
    }

    // A sign-in that has not seen this policy holds its user's row until its session is stored: the update waits, then ends it.
    private static async Task<int> EndSessionsAsync(Operation operation, MfaPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        if (MfaConcern.LastWithoutGrace(policy, now) is not { } last) return 0;
        var stamp = RandomId.New();
        return await operation.Db.Users.WhoLackMfa(operation.Account, policy).Where(u => u.CreatedAt <= last)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.SecurityStamp, stamp), ct);
    }

    private static async Task<int> TellAsync(Operation operation, MfaPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        var lacking = await operation.Db.Users.AsNoTracking().WhoLackMfa(operation.Account, policy).ToListAsync(ct);
        foreach (var user in lacking)
        {
            var text = MfaRequirement.DueAt(policy, user.CreatedAt) is { } due && due > now
                ? string.Create(CultureInfo.InvariantCulture, $"Your account requires MFA. Assign a device by {due:d MMM yyyy, HH:mm} UTC; afterwards you cannot sign in without one.")
                : "Your account requires MFA. You were asked to register a device before you could go on.";
            operation.Db.Tell(user, now, text, operation.Client);
        }

        return lacking.Count;
    }
}
