using IamConsole.Core.WebAuthn;
using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Passkeys;

/// <summary>Verifies the browser's answer to a registration; nothing is stored.</summary>
public sealed class VerifyNewKey(JudgeAttestation attestation, TimeProvider clock, ILogger<VerifyNewKey> log)
{
    /// <summary>What the key told, or why its answer is refused.</summary>
    /// <param name="registration">The ceremony, good for one answer.</param>
    /// <param name="answer">RegistrationResponseJSON.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<Result<PasskeyFacts>> RunAsync(KeyRegistration registration, string? answer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!registration.Take(now)) return PasskeyErrors.TooLate;
        var credential = Read(registration, answer);
        if (!credential.Succeeded)
        {
            Log.RegistrationRefused(log, credential.Error.Code);
            return credential.Error;
        }

        var facts = await attestation.RunAsync(credential.Value, now, ct);
        if (facts.Distrust is { } distrust) Log.AttestationNotTrusted(log, distrust.Code);
        return facts;
    }

    private static Result<NewCredential> Read(KeyRegistration registration, string? answer)
    {
        var response = RegistrationResponse.Read(answer);
        if (!response.Succeeded) return response.Error;
        return RegistrationCeremony.Verify(response.Value, registration.Terms, OptionsJson.Algorithms);
    }
}
