using IamConsole.Core.Persistence;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// What an account demands of models. The seam to the slice that knows policies: it stands above this one and registers
/// itself here; without it there are no verdicts.
/// </summary>
public interface IModelPolicy
{
    /// <summary>The judge of an account's policy, read once for a page; null where the account demands nothing.</summary>
    Task<Func<AuthenticatorModel, ModelVerdict>?> JudgeAsync(IamDbContext db, string accountId, CancellationToken ct);
}
