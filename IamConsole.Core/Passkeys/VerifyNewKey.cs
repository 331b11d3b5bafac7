using IamConsole.Core.WebAuthn;
using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Passkeys;

/// <summary>Verifies the browser's answer to a registration; nothing is stored.</summary>
public sealed class VerifyNewKey(TimeProvider clock, ILogger<VerifyNewKey> log)
{
    /// <summary>What the key told, or why its answer is refused.</summary>
    /// <param name="registration">The ceremony, good for one answer.</param>
    /// <param name="answer">RegistrationResponseJSON.</param>
    public Result<PasskeyFacts> Run(KeyRegistration registration, string? answer)
    {
        if (!registration.Take(clock.GetUtcNow())) return PasskeyErrors.TooLate;
        var facts = Read(registration, answer);
        if (!facts.Succeeded) Log.RegistrationRefused(log, facts.Error.Code);
        return facts;
    }

    private static Result<PasskeyFacts> Read(KeyRegistration registration, string? answer)
    {
        var response = RegistrationResponse.Read(answer);
        if (!response.Succeeded) return response.Error;
        var credential = RegistrationCeremony.Verify(response.Value, registration.Terms, OptionsJson.Algorithms);
        if (!credential.Succeeded) return credential.Error;
        return new PasskeyFacts(credential.Value) { Model = AuthenticatorModels.Find(credential.Value.Aaguid) };
    }
}
