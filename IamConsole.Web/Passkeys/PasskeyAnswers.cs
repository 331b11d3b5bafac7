using IamConsole.Core.Passkeys;
using IamConsole.Core.SignIn;

namespace IamConsole.Web.Passkeys;

/// <summary>A WebAuthn authentication over two HTTP requests: options out, answer in, the state in between on the server.</summary>
public sealed class PasskeyAnswers(PasskeyCeremonies ceremonies, PasskeyCeremonyStore store)
{
    private const int LongestAnswer = 64 * 1024;

    /// <summary>Options for the browser, as JSON.</summary>
    public async Task<string> BeginAsync(PendingUser owner, CancellationToken ct)
    {
        var options = await ceremonies.BeginAuthenticationAsync(owner.UserId);
        await store.PutAsync(owner.OwnerId, owner.UserId, options.State, ct);
        return options.Json;
    }

    /// <summary>The proof, or null: no ceremony, too late, a second time, or an answer that does not hold.</summary>
    public async Task<PasskeyProof?> VerifyAsync(PendingUser owner, string? credential, CancellationToken ct)
    {
        if (await store.TakeAsync(owner.OwnerId, owner.UserId, ct) is not { } state) return null;
        return credential is { Length: > 0 and <= LongestAnswer }
            ? await ceremonies.FinishAuthenticationAsync(credential, state, owner.UserId)
            : null;
    }
}
