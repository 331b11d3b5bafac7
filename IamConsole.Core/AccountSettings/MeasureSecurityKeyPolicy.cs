using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AccountSettings;

/// <summary>Says whose registered keys the account's policy, or another one, would not let be registered any more.</summary>
public sealed class MeasureSecurityKeyPolicy(Gate gate)
{
    private const int MostRows = 20;

    /// <summary>Of the policy that holds, or of <paramref name="wanted"/>.</summary>
    public async Task<Result<SecurityKeyPolicyEffect>> RunAsync(Caller caller, WantedSecurityKeyPolicy? wanted, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetSecurityKeyPolicy, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var policy = operation.Account.SecurityKeyPolicy;
        if (wanted is not null)
        {
            var checkedPolicy = wanted.Check(await KeyRuleGroups.FindAsync(operation, wanted.Policy, ct));
            if (!checkedPolicy.Succeeded) return checkedPolicy.Error;
            policy = checkedPolicy.Value;
        }

        var groupsOf = await KeyRuleGroups.MembersAsync(operation, policy, ct);
        var (users, failing) = (new HashSet<string>(), new Dictionary<string, int>());
        var (keys, rows) = (0, new List<UnfitKey>());
        await foreach (var (device, verified, name) in KeysAsync(operation, ct))
        {
            keys++;
            users.Add(device.UserId);
            var unmet = SecurityKeyRules.Judge(policy, [.. groupsOf[device.UserId]], KeyFacts.Of(device, verified));
            if (unmet.Count == 0) continue;
            failing[device.UserId] = failing.GetValueOrDefault(device.UserId) + 1;

            // Root's devices are named to root alone; they count for everybody.
            if (rows.Count < MostRows && (name is not null || operation.User.IsRoot)) rows.Add(new UnfitKey(name, device.Id, device.Name, [.. unmet.Select(e => e.Message)]));
        }

        var groups = await operation.Db.Groups.AsNoTracking().Where(g => g.AccountId == operation.Account.Id)
            .OrderBy(g => g.NormalizedName).Select(g => g.Name).ToListAsync(ct);
        return new SecurityKeyPolicyEffect(policy, keys, users.Count, failing.Values.Sum(), failing.Count, rows, groups);
    }

    // Read one by one: only who fails is kept.
    private static async IAsyncEnumerable<(MfaDevice Device, bool IsUserVerified, string? UserName)> KeysAsync(
        Operation operation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var db = operation.Db;
        var keys = db.MfaDevices.AsNoTracking().Where(d => d.AccountId == operation.Account.Id && d.Kind == MfaDeviceKind.SecurityKey)
            .Join(db.Users, d => d.UserId, u => u.Id, (d, u) => new { Device = d, u.NormalizedName, u.Name, u.IsRoot })
            .OrderBy(k => k.NormalizedName).ThenBy(k => k.Device.CreatedAt)
            .Select(k => new
            {
                k.Device,
                k.Name,
                k.IsRoot,
                Verified = k.Device.WasUserVerified
                    ?? db.UserPasskeys.Where(p => p.CredentialId == k.Device.CredentialId).Select(p => (bool?)p.Data.IsUserVerified).FirstOrDefault(),
            });
        await foreach (var key in keys.AsAsyncEnumerable().WithCancellation(ct))
            yield return (key.Device, key.Verified is true, key.IsRoot ? null : key.Name);
    }
}
