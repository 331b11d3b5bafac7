using IamConsole.Core.Accounts;
using IamConsole.Core.Attestation;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// Which models of the FIDO metadata the account's rule for everybody would let in: as a device-bound key that proves its
/// model and verifies its user. Rules of groups are not asked, since nobody in particular is.
/// </summary>
public sealed class SecurityKeyModelPolicy : IModelPolicy
{
    /// <inheritdoc />
    public async Task<Func<AuthenticatorModel, ModelVerdict>?> JudgeAsync(IamDbContext db, string accountId, CancellationToken ct)
    {
        var policy = await db.Accounts.AsNoTracking().Where(a => a.Id == accountId).Select(a => a.SecurityKeyPolicy).SingleAsync(ct);
        return policy.Rule is { NeedsProof: false, ModelChoice: ModelChoice.Any } && policy.RefusedStatuses.Count == 0 ? null : model => Judge(policy, model);
    }

    internal static ModelVerdict Judge(SecurityKeyPolicy policy, AuthenticatorModel model)
    {
        var unmet = SecurityKeyRules.Judge(policy, [], new KeyFacts(
            model.Key, model.Name, IsModelProven: true, AttestationType.Basic, model.Levels.Certifications, IsBackupEligible: false,
            IsBackedUp: false, IsUserVerified: true, model.Status is { Standing: ModelStanding.Refused, Name: { } status } ? [status] : []));
        return unmet.Count == 0 ? new ModelVerdict(true, null) : new ModelVerdict(false, string.Join("; ", unmet.Select(Short).Distinct()));
    }

    private static string Short(Error error) => error.Code switch
    {
        KeyPolicyErrors.NotCertifiedCode => "Certification too low",
        KeyPolicyErrors.DistrustedCode => "Status refused",
        _ => "Model not allowed",
    };
}
