using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Permissions;

/// <summary>
/// The one gate: may this caller do this action on this resource? Every use case passes it, pages and endpoints alike.
/// Session, stamp and policies are read from the database at each question, so that a change bites at once.
/// </summary>
public sealed class Gate(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, AuditTrailWriter audit, FindAccess access, DecisionLog decisions)
{
    private static readonly TimeSpan ActivityGrain = TimeSpan.FromMinutes(1);

    /// <summary>Begins a change by <paramref name="caller"/>.</summary>
    /// <param name="caller">The session that asks.</param>
    /// <param name="action">See <see cref="IamAction"/>.</param>
    /// <param name="targetUserId">The user acted upon, null for the account as a whole or another resource.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <param name="proofWasFresh">A wizard that began with a fresh proof may end a little later.</param>
    /// <param name="resource">Makes the ARN acted upon where it is no user's: a group's, a policy's.</param>
    /// <param name="facts">Condition keys of this operation alone.</param>
    /// <param name="orFacts">Where it is not known yet which operation follows: also permitted if it is with these.</param>
    public async Task<Operation> BeginAsync(
        Caller caller, IamAction action, string? targetUserId, CancellationToken ct, bool proofWasFresh = false,
        Func<Account, string>? resource = null, IReadOnlyDictionary<string, string>? facts = null,
        IReadOnlyDictionary<string, string>? orFacts = null)
    {
        var db = await databases.CreateDbContextAsync(ct);
        IWriteTransaction? transaction = null;
        try
        {
            transaction = await db.BeginWriteAsync(ct);
            var operation = new Operation(db, transaction, audit, caller.Client);
            await LockAsync(db, caller, targetUserId, ct);
            await DecideAsync(operation, caller, new Question(action, targetUserId, resource, proofWasFresh, facts, orFacts), ct);

            // A refusal stands in the trail also when nobody waits for it any more.
            if (operation.Refusal is not null) await operation.SaveAsync(CancellationToken.None);
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
    public Task<Operation> ReadAsync(
        Caller caller, IamAction action, string? targetUserId, CancellationToken ct, Func<Account, string>? resource = null) =>
        LookAsync(caller, operation => DecideAsync(
            operation, caller, new Question(action, targetUserId, resource, ProofWasFresh: true, Facts: null), ct), ct);

    /// <summary>Only asks whether the session lives: for finding out what could be offered.</summary>
    internal Task<Operation> EnterAsync(Caller caller, CancellationToken ct) =>
        LookAsync(caller, operation => EnterAsync(operation, caller, question: null, ct), ct);

    private async Task<Operation> LookAsync(Caller caller, Func<Operation, Task> ask, CancellationToken ct)
    {
        var db = await databases.CreateDbContextAsync(ct);
        try
        {
            var operation = new Operation(db, null, audit, caller.Client);
            await ask(operation);
            if (db.ChangeTracker.HasChanges())
            {
                await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
                try
                {
                    await db.SaveChangesAsync(CancellationToken.None);
                    await transaction.CommitAsync(CancellationToken.None);
                }
                catch (DbUpdateConcurrencyException)
                {
                    // The session's row went with its user between the question and this note of its activity.
                    db.ChangeTracker.Clear();
                    operation.Refusal = PermissionErrors.SessionEnded;
                }
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

    private async Task DecideAsync(Operation operation, Caller caller, Question question, CancellationToken ct)
    {
        var target = await EnterAsync(operation, caller, question, ct);
        if (operation.Refusal is not null) return;
        var (session, account) = (operation.Session, operation.Account);
        var resource = question.Resource?.Invoke(account) ?? target?.ArnIn(account) ?? Access.ResourceFor(question.Action, account);
        var now = clock.GetUtcNow();
        operation.Refusal = Refuse(operation, question, target, resource, caller.OrderedAt ?? now);
        if (session.Kind is SessionKind.Console && !operation.User.IsRoot && !caller.IsTimer) decisions.Note(operation, question, resource, now);
        if (operation.Refusal is { } refusal)
            operation.Audit("AuthorizationRefused", refusal.Code, resource, details: new { action = question.Action.Name });

        // A person's question is activity; a timer's and a job's are nobody's, and heartbeats never come here.
        else if (caller is { IsTimer: false, OrderedAt: null } && now - session.LastActivityAt > ActivityGrain) session.LastActivityAt = now;
    }

    // The session, who holds it and what speaks for him; the use of a dead session is recorded.
    private async Task<IamUser?> EnterAsync(Operation operation, Caller caller, Question? question, CancellationToken ct)
    {
        var db = operation.Db;
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == caller.SessionId, ct);
        var user = session is null ? null : await db.Users.SingleOrDefaultAsync(u => u.Id == session.UserId, ct);
        var account = user is null ? null : await db.Accounts.SingleAsync(a => a.Id == user.AccountId, ct);
        if (session is null || user is null || account is null || !SessionLimits.IsAlive(session, user, account, clock.GetUtcNow()))
        {
            operation.Refusal = PermissionErrors.SessionEnded;
            if (user is not null)
                audit.Write(db, "UseOfEndedSession", AuditActor.Of(user.IsRoot, user.Id, user.Name, caller.SessionId),
                    caller.Client, user.AccountId, reason: "SessionEnded", details: new { action = question?.Action.Name });
            return null;
        }

        var target = question?.TargetUserId is not { } targetId ? null
            : targetId == user.Id ? user
            : await db.Users.SingleOrDefaultAsync(u => u.Id == targetId && u.AccountId == user.AccountId, ct);
        operation.Enter(session, user, account, await access.RunAsync(db, account, user, session, caller.Client, target, question?.Facts, ct));
        if (target is not null) operation.Target = target;
        return target;
    }

    private static Error? Refuse(Operation operation, Question question, IamUser? target, string resource, DateTimeOffset orderedAt)
    {
        var (session, user, action) = (operation.Session, operation.User, question.Action);

        // Bulletin AWS-2023-001: this check precedes others, whatever policies allow.
        if (action.Safeguards.HasFlag(Safeguards.MfaOnOneself) && target?.Id == user.Id && user.DeviceCount > 0 && !session.IsMfa)
            return PermissionErrors.MfaRequired;

        // The right comes before the existence: who may not look learns nothing about names.
        var shown = target is null || target.Id == user.Id || operation.SeesEverybody || question.Resource is not null
            ? resource : Arn.AnyUser(operation.Account);
        if (operation.Refuse(action, resource, shown) is { } denied
            && (question.OrFacts is not { } facts || operation.RefuseWith(facts, action, resource) is not null))
            return denied;
        if (question.TargetUserId is not null && target is null) return PermissionErrors.NoSuchUser;
        if (action.Safeguards.HasFlag(Safeguards.OthersOnly) && target?.Id == user.Id) return PermissionErrors.OthersOnly;
        return question.ProofWasFresh ? null : operation.RefuseOldProof(action, orderedAt);
    }
}
