using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Permissions;

/// <summary>
/// The one gate: may this caller do this action on this resource? Every use case passes it, pages and endpoints alike.
/// Session, stamp and rights are read from the database at each question, so that a change bites at once.
/// </summary>
public sealed class Gate(IDbContextFactory<IamDbContext> databases, TimeProvider clock, AuditTrailWriter audit)
{
    private static readonly TimeSpan ActivityGrain = TimeSpan.FromMinutes(1);

    /// <summary>Begins a change by <paramref name="caller"/>.</summary>
    /// <param name="caller">The session that asks.</param>
    /// <param name="action">See <see cref="IamAction"/>.</param>
    /// <param name="targetUserId">The user acted upon, null for the account as a whole.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <param name="proofWasFresh">A wizard that began with a fresh proof may end a little later.</param>
    /// <param name="resource">The ARN acted upon where it is no user's: a group's, a policy's.</param>
    public async Task<Operation> BeginAsync(
        Caller caller, IamAction action, string? targetUserId, CancellationToken ct, bool proofWasFresh = false,
        string? resource = null)
    {
        var db = await databases.CreateDbContextAsync(ct);
        IWriteTransaction? transaction = null;
        try
        {
            transaction = await db.BeginWriteAsync(ct);
            var operation = new Operation(db, transaction, audit, caller.Client);
            await LockAsync(db, caller, targetUserId, ct);
            await DecideAsync(operation, caller, action, targetUserId, resource, proofWasFresh, ct);
            if (operation.Refusal is not null) await operation.SaveAsync(ct);
            return operation;
        }
        catch
        {
            if (transaction is not null) await transaction.DisposeAsync();
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins a read: the same question, without a transaction.</summary>
    public async Task<Operation> ReadAsync(
        Caller caller, IamAction action, string? targetUserId, CancellationToken ct, string? resource = null)
    {
        var db = await databases.CreateDbContextAsync(ct);
        try
        {
            var operation = new Operation(db, null, audit, caller.Client);
            await DecideAsync(operation, caller, action, targetUserId, resource, proofWasFresh: true, ct);
            if (db.ChangeTracker.HasChanges())
            {
                await using var transaction = await db.BeginWriteAsync(ct);
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
            }

            return operation;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private static async Task LockAsync(IamDbContext db, Caller caller, string? targetUserId, CancellationToken ct)
    {
        var holder = await db.Sessions.Where(s => s.Id == caller.SessionId).Select(s => s.UserId).SingleOrDefaultAsync(ct);
        if (holder is not null) await db.LockUsersAsync(targetUserId is null ? [holder] : [holder, targetUserId], ct);
    }

    private async Task DecideAsync(
        Operation operation, Caller caller, IamAction action, string? targetUserId, string? resource, bool proofWasFresh,
        CancellationToken ct)
    {
        var db = operation.Db;
        var now = clock.GetUtcNow();
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == caller.SessionId, ct);
        var user = session is null ? null : await db.Users.SingleOrDefaultAsync(u => u.Id == session.UserId, ct);
        if (session is null || user is null || !SessionLimits.IsAlive(session, user, now))
        {
            operation.Refusal = PermissionErrors.SessionEnded;
            if (user is not null)
                audit.Write(db, "UseOfEndedSession", AuditActor.Of(user.IsRoot, user.Id, user.Name, caller.SessionId),
                    caller.Client, user.AccountId, reason: "SessionEnded", details: new { action = action.Name });
            return;
        }

        operation.Session = session;
        operation.User = user;
        operation.Account = await db.Accounts.SingleAsync(a => a.Id == user.AccountId, ct);
        var target = targetUserId is null ? null
            : targetUserId == user.Id ? user
            : await db.Users.SingleOrDefaultAsync(u => u.Id == targetUserId && u.AccountId == user.AccountId, ct);
        operation.Refusal = Refuse(operation, action, targetUserId is not null, target, resource, proofWasFresh, now);
        if (target is not null) operation.Target = target;
        if (operation.Refusal is { } refusal)
            operation.Audit("AuthorizationRefused", refusal.Code, Resource(operation.Account, target, resource), details: new { action = action.Name });

        // An asked question is activity; heartbeats and timers never come here.
        else if (now - session.LastActivityAt > ActivityGrain) session.LastActivityAt = now;
    }

    private static Error? Refuse(
        Operation operation, IamAction action, bool hasTarget, IamUser? target, string? resource, bool proofWasFresh,
        DateTimeOffset now)
    {
        var (session, user) = (operation.Session, operation.User);

        // The right comes before the existence: who may not look learns nothing about names.
        if (!PermissionRules.Allows(session, user, action, target))
            return PermissionErrors.AccessDenied(user.ArnIn(operation.Account), action.Name,
                Resource(operation.Account, target?.Id == user.Id || operation.IsByAdministrator ? target : null, resource));
        if (hasTarget && target is null) return PermissionErrors.NoSuchUser;
        if (PermissionRules.LacksMfa(session, user, action, target)) return PermissionErrors.MfaRequired;
        if (!proofWasFresh && PermissionRules.LacksFreshProof(session, action, now)) return PermissionErrors.ProofTooOld;
        return null;
    }

    private static string Resource(Account account, IamUser? target, string? resource) =>
        resource ?? target?.ArnIn(account) ?? Arn.AnyUser(account);
}
