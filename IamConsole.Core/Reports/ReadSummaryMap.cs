using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>The original's account summary: the entries of <c>SummaryMap</c> (IAM API, GetAccountSummary) that mean something here.</summary>
public sealed class ReadSummaryMap(Gate gate)
{
    /// <summary>The entries, in the alphabet's order.</summary>
    public async Task<Result<IReadOnlyList<SummaryEntry>>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetCredentialReport, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        var users = db.Users.Where(u => u.AccountId == account);
        var root = await users.Where(u => u.IsRoot)
            .Select(u => new { HasMfa = u.SecurityKeys + u.VirtualDevices + u.HardwareTokens > 0, HasPassword = u.PasswordHash != null })
            .SingleAsync(ct);
        var devices = await db.MfaDevices.LongCountAsync(d => d.AccountId == account, ct);
        return new SummaryEntry[]
        {
            new("AccountAccessKeysPresent", 0),
            new("AccountMFAEnabled", root.HasMfa ? 1 : 0),
            new("AccountPasswordPresent", root.HasPassword ? 1 : 0),
            new("AccountSigningCertificatesPresent", 0),
            new("AttachedPoliciesPerGroupQuota", PolicyErrors.MostAttached),
            new("AttachedPoliciesPerUserQuota", PolicyErrors.MostAttached),
            new("GroupPolicySizeQuota", PolicyErrors.LargestOfGroup),
            new("Groups", await db.Groups.LongCountAsync(g => g.AccountId == account, ct)),
            new("GroupsPerUserQuota", GroupErrors.MostGroupsOfUser),
            new("MFADevices", devices),
            new("MFADevicesInUse", devices),
            new("Policies", await db.ManagedPolicies.LongCountAsync(p => p.AccountId == account, ct)),
            new("PolicySizeQuota", PolicyErrors.LargestManaged),
            new("UserPolicySizeQuota", PolicyErrors.LargestOfUser),
            new("Users", await users.LongCountAsync(u => !u.IsRoot, ct)),
        };
    }
}
