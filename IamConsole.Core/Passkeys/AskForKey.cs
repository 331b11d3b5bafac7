using System.Security.Cryptography;
using IamConsole.Core.Persistence;
using IamConsole.Core.SignIn;
using IamConsole.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>Begins a WebAuthn authentication: options go out, the challenge stays on the server.</summary>
public sealed class AskForKey(IDbContextFactory<IamDbContext> databases, PasskeyCeremonyStore store, RelyingPartyIdentity relyingParty)
{
    /// <summary>Options for <c>navigator.credentials.get</c>, as JSON; only this user's credentials are allowed.</summary>
    public async Task<string> RunAsync(PendingUser owner, CancellationToken ct)
    {
        List<CredentialDescriptor> allowed;
        await using (var db = await databases.CreateDbContextAsync(ct))
            allowed = await UserCredentials.DescribeAsync(db, owner.UserId, ct);
        var terms = new CeremonyTerms(relyingParty, RandomNumberGenerator.GetBytes(KeyLimits.ChallengeLength), RequiresUserVerification: false);
        await store.PutAsync(owner.OwnerId, owner.UserId, KeyChallenge.Write(terms), ct);
        return OptionsJson.ForAuthentication(terms, allowed, KeyLimits.Ceremony);
    }
}
