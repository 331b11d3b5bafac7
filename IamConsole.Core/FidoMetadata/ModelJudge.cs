using IamConsole.Core.Permissions;

namespace IamConsole.Core.FidoMetadata;

internal static class ModelJudge
{
    /// <summary>The judge of whichever policy is registered, or null.</summary>
    public static async Task<Func<AuthenticatorModel, ModelVerdict>?> OfAsync(IEnumerable<IModelPolicy> policies, Operation operation, CancellationToken ct)
    {
        foreach (var policy in policies)
            if (await policy.JudgeAsync(operation.Db, operation.Account.Id, ct) is { } judge) return judge;
        return null;
    }
}
