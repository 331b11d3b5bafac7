using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AccountSettings;

/// <summary>Says whom the account's MFA policy concerns, or whom another one would, before it is saved.</summary>
public sealed class MeasureMfaPolicy(Gate gate, TimeProvider clock)
{
    private const int MostNames = 5;
    private const int MostExempt = 20;

    /// <summary>Of the policy that holds, or of <paramref name="wanted"/>.</summary>
    public async Task<Result<MfaPolicyEffect>> RunAsync(Caller caller, WantedMfaPolicy? wanted, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetMfaPolicy, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (account, users, now) = (operation.Account, operation.Db.Users.AsNoTracking(), clock.GetUtcNow());
        var policy = account.MfaPolicy;
        if (wanted is not null)
        {
            var checkedPolicy = wanted.Check(policy, now);
            if (!checkedPolicy.Succeeded) return checkedPolicy.Error;
            policy = checkedPolicy.Value;
        }

        // One grouped query over the counters; nobody's row is loaded.
        var (keys, apps, tokens) = MfaConcern.Weights(policy);
        var last = MfaConcern.LastWithoutGrace(policy, now) ?? DateTimeOffset.MinValue;
        var counted = await users.WithPassword(account)
            .Select(u => new
            {
                u.IsMfaExempt,
                u.CreatedAt,
                HasNone = u.SecurityKeys + u.VirtualDevices + u.HardwareTokens == 0,
                Counting = (u.SecurityKeys * keys) + (u.VirtualDevices * apps) + (u.HardwareTokens * tokens),
            })
            .GroupBy(_ => 1)
            .Select(g => new
            {
                WithPassword = g.Count(),
                WithoutDevice = g.Count(u => u.HasNone),
                Exempt = g.Count(u => u.IsMfaExempt),
                Compliant = g.Count(u => !u.IsMfaExempt && u.Counting > 0),
                Over = g.Count(u => !u.IsMfaExempt && u.Counting == 0 && u.CreatedAt <= last),
            })
            .SingleOrDefaultAsync(ct);
        var lacking = users.WhoLackMfa(account, policy);
        var newest = await lacking.MaxAsync(u => (DateTimeOffset?)u.CreatedAt, ct);
        var names = await lacking.OrderBy(u => u.NormalizedName).Take(MostNames).Select(u => u.Name).ToListAsync(ct);
        var exempt = await users.WithPassword(account).Where(u => u.IsMfaExempt)
            .OrderBy(u => u.NormalizedName).Take(MostExempt).Select(u => u.Name).ToListAsync(ct);
        var inGrace = policy.IsRequired && counted is not null ? counted.WithPassword - counted.Exempt - counted.Compliant - counted.Over : 0;
        return new MfaPolicyEffect(
            policy, counted?.WithPassword ?? 0, counted?.WithoutDevice ?? 0, counted?.Exempt ?? 0, counted?.Compliant ?? 0,
            counted?.Over ?? 0, inGrace, inGrace > 0 ? MfaRequirement.DueAt(policy, newest!.Value) : null, names, exempt,
            !operation.User.IsRoot && Catches(operation.User, policy, last), Partition.AllowsRootSignIn(account.Partition));
    }

    private static bool Catches(IamUser caller, MfaPolicy policy, DateTimeOffset last) =>
        !caller.IsMfaExempt && caller.CreatedAt <= last && !MfaRequirement.IsMet(caller, policy);
}
