using System.Security.Cryptography;
using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>Options for the browser, once <see cref="BeginDeviceEnrolment"/> has permitted the device.</summary>
public sealed class BeginKeyRegistration(IDbContextFactory<IamDbContext> databases, RelyingPartyIdentity relyingParty, TimeProvider clock)
{
    /// <summary>A registration for the user of <paramref name="enrolment"/>; the user's own credentials are excluded.</summary>
    /// <param name="enrolment">The permitted assignment.</param>
    /// <param name="userLabel">How the authenticator may call the user.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<KeyRegistration> RunAsync(DeviceEnrolment enrolment, string userLabel, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var asked = enrolment.KeyOptions ?? new SecurityKeyPolicy().OptionsFor([]);
        var terms = new CeremonyTerms(relyingParty, RandomNumberGenerator.GetBytes(KeyLimits.ChallengeLength), asked.RequiresUserVerification);
        var options = OptionsJson.ForRegistration(
            terms, new UserEntity(UserHandle.Of(enrolment.UserId), userLabel), await UserCredentials.DescribeAsync(db, enrolment.UserId, ct),
            asked.Conveyance, KeyLimits.Ceremony, asked.Hints);
        return new KeyRegistration(enrolment.UserId, terms, options, clock.GetUtcNow() + KeyLimits.Ceremony);
    }
}
