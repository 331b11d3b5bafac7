using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>Sign-ins by day, from the counters that each attempt keeps; the audit trail is not read.</summary>
public sealed class GetSignInActivity(Gate gate, TimeProvider clock)
{
    private const int Most = 90;

    /// <summary>The last <paramref name="days"/> days, at most 90, today included, the oldest first; days without a sign-in are zero.</summary>
    public async Task<Result<IReadOnlyList<SignInActivityDay>>> RunAsync(Caller caller, int days, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.LookupEvents, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var first = today.AddDays(1 - Math.Clamp(days, 1, Most));
        var account = operation.Account.Id;
        var counted = await operation.Db.SignInDays.Where(d => d.AccountId == account && d.Day >= first && d.Day <= today)
            .GroupBy(d => d.Day)
            .Select(g => new SignInActivityDay(
                g.Key, (int)g.Sum(d => d.Successful), (int)g.Sum(d => d.WrongPasswords), (int)g.Sum(d => d.MfaFailed)))
            .ToDictionaryAsync(d => d.Day, ct);
        return Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Select(day => counted.GetValueOrDefault(day) ?? new SignInActivityDay(day, 0, 0, 0)).ToList();
    }
}
