using IamConsole.Core.AuditTrail;
using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>The last step for users who must change their password: behind the factor, before the session.</summary>
public sealed class ChangePasswordAtSignIn(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, PasswordHashing passwords, PendingStep step, AuditTrailWriter audit)
{
    /// <summary>Sets the new password and goes on. Other sessions and pending sign-ins of the user end.</summary>
    /// <param name="token">The pending sign-in's secret.</param>
    /// <param name="binding">The browser it is bound to.</param>
    /// <param name="newPassword">The next password.</param>
    /// <param name="client">From where.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="repeated">Whether it was typed the same twice. What is wrong is said all at once, so it is asked here.</param>
    public async Task<Result<SignInStep>> RunAsync(
        string? token, string binding, string newPassword, ClientInfo client, CancellationToken ct, bool repeated = true)
    {
        LivePending? live;
        IReadOnlyList<string> former;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            live = await LivePending.FindAsync(db, token, binding, clock.GetUtcNow(), ct);
            if (live?.Next() is not SignInNext.ChangePassword) return SignInErrors.PendingEnded;
            former = await PasswordHistory.ReadAsync(db, live.User, live.PasswordPolicy, ct);
        }

        var weak = ConsolePasswordRules.Check(newPassword, live.PasswordPolicy, PasswordNames.Of(live.User, live.Account));
        if (Error.All(weak?.At(SignInErrors.NewPasswordField), repeated ? null : UserErrors.PasswordsDiffer) is { } unfit) return unfit;
        var asker = HashAsker.AtSignIn("id:" + live.User.Id, client);
        string hash;
        try
        {
            if (await passwords.VerifyAsync(live.User.PasswordHash, newPassword, asker, ct) is not PasswordVerificationResult.Failed)
                return SignInErrors.SamePassword;
            if (await PasswordHistory.CheckAsync(passwords, former, newPassword, asker, ct) is { } reused)
                return reused.At(SignInErrors.NewPasswordField);
            hash = await passwords.HashAsync(newPassword, asker, ct);
        }
        catch (HashingBusyException)
        {
            return SignInErrors.Busy;
        }

        return await step.RunAsync(token, binding, SignInNext.ChangePassword, client, async (db, now) =>
        {
            var user = now.User;
            await PasswordChange.ApplyAsync(db, user, hash, clock.GetUtcNow(), mustChange: false, ct);
            audit.Write(db, "PasswordUpdated", now.Actor, client, now.Account.Id, target: user.ArnIn(now.Account));
            db.Tell(user, clock.GetUtcNow(), "Your console password was changed at sign-in.", client);

            // The stamp went with the old password; this sign-in goes on under the new one.
            var stamp = user.SecurityStamp!;
            await db.SaveChangesAsync(ct);
            await db.PendingSignIns.Where(p => p.Id == now.Pending.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.SecurityStamp, stamp), ct);
            return null;
        }, ct);
    }
}
