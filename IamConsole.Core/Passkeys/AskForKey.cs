using System.Security.Cryptography;
using IamConsole.Core.Groups;
using IamConsole.Core.Persistence;
using IamConsole.Core.SignIn;
using IamConsole.Core.WebAuthn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>Begins a WebAuthn authentication: options go out, the challenge stays on the server.</summary>
public sealed class AskForKey(IDbContextFactory<IamDbContext> databases, PasskeyCeremonyStore store, RelyingPartyIdentity relyingParty)
{
    /// <summary>Options for <c>navigator.credentials.get</c>, as JSON; only this user's credentials are allowed.</summary>
    public async Task<string> RunAsync(PendingUser owner, CancellationToken ct)
    {
        List<IdentityUserPasskey<string>> passkeys;
        bool requiresVerification;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == owner.UserId).ToListAsync(ct);
            requiresVerification = await RequiresVerificationAsync(db, owner.UserId, ct);
        }

        var terms = new CeremonyTerms(relyingParty, RandomNumberGenerator.GetBytes(KeyLimits.ChallengeLength), requiresVerification);
        await store.PutAsync(owner.OwnerId, owner.UserId, KeyChallenge.Write(terms), ct);

        // A key that was registered without user verification may not be able to: the browser would refuse it unasked.
        var asked = terms with { RequiresUserVerification = requiresVerification && passkeys.TrueForAll(p => p.Data.IsUserVerified) };
        return OptionsJson.ForAuthentication(asked, passkeys.ConvertAll(UserCredentials.Describe), KeyLimits.Ceremony);
    }

    private static async Task<bool> RequiresVerificationAsync(IamDbContext db, string userId, CancellationToken ct)
    {
        var policy = await db.Users.Where(u => u.Id == userId)
            .Join(db.Accounts, u => u.AccountId, a => a.Id, (_, a) => a.SecurityKeyPolicy).SingleOrDefaultAsync(ct);
        return policy is not null && policy.OptionsFor(await GroupNames.OfAsync(db, userId, ct)).RequiresUserVerification;
    }
}
