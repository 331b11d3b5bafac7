using System.Text.Json;
using System.Text.Json.Nodes;
using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;

namespace IamConsole.Core.Permissions;

/// <summary>
/// One permitted use case: its caller, its target, its database context and, for a change, its transaction.
/// Or a <see cref="Refusal"/>, already audited.
/// </summary>
public sealed class Operation : IAsyncDisposable
{
    private IWriteTransaction? _transaction;
    private readonly AuditTrailWriter _audit;
    private Access _access = null!;
    private Error? _refused;

    internal Operation(IamDbContext db, IWriteTransaction? transaction, AuditTrailWriter audit, ClientInfo client)
    {
        Db = db;
        _transaction = transaction;
        _audit = audit;
        Client = client;
    }

    /// <summary>Why the caller may not, or null.</summary>
    public Error? Refusal { get; internal set; }

    /// <summary>The use case's own context.</summary>
    public IamDbContext Db { get; }

    /// <summary>Where the request came from.</summary>
    public ClientInfo Client { get; }

    /// <summary>See <see cref="Caller.Guard"/>.</summary>
    internal IStepGuard? Guard { get; init; }

    /// <summary>What the use case will answer, where that is more than that it was done: kept in the same transaction.</summary>
    internal Result Answer { private get; set; } = Result.Success();

    /// <summary>The caller's session; set unless refused.</summary>
    public Session Session { get; private set; } = null!;

    /// <summary>The caller; set unless refused.</summary>
    public IamUser User { get; private set; } = null!;

    /// <summary>The caller's account; set unless refused.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>The user acted upon; set unless refused or the action has none.</summary>
    public IamUser Target { get; internal set; } = null!;

    /// <summary>Whether it changes something: rows that it looks at can be held until it ends.</summary>
    internal bool IsChange => _transaction is not null;

    /// <summary>Whether the caller acts on himself.</summary>
    public bool IsOnOneself => Target.Id == User.Id;

    /// <summary>Whether the caller may know who there is and who holds what.</summary>
    public bool SeesEverybody => _access.Ask(IamAction.ListUsers, Access.WholeAccount).Decision.IsAllowed;

    /// <summary>The caller as the audit trail names it.</summary>
    public AuditActor Actor => AuditActor.Of(User.IsRoot, User.Id, User.Name, Session.Id, Session.IsMfa);

    /// <summary>
    /// Asks about a further action of the same use case. Null when it is permitted; safeguards are the gate's matter.
    /// </summary>
    public Error? Refuse(IamAction action, string resource) => Refuse(action, resource, resource);

    /// <summary>Whether a further action asks for a newer proof of identity than the session's. Null when it does not.</summary>
    internal Error? RefuseOldProof(IamAction action, DateTimeOffset now) =>
        action.Against(isOnOneself: false, hasDevice: false, Session, now).HasFlag(Safeguards.FreshProof) ? PermissionErrors.ProofTooOld : null;

    /// <summary>Whether there can be a resource on which the caller's policies permit a further action.</summary>
    internal bool CouldBePermitted(IamAction action) => _access.CouldPermit(action);

    internal Error? Refuse(IamAction action, string resource, string shown) =>
        _access.Refuse(action, resource, User.ArnIn(Account), shown);

    /// <summary>Asks the question; where it is open which operation follows, its other form as well.</summary>
    internal GateAnswer Ask(Question question, string resource, Safeguards stops)
    {
        var answer = _access.Ask(question.Action, resource, stops);
        if (answer.Decision.IsAllowed || question.OrFacts is not { } facts) return answer;
        var other = _access.With(facts).Ask(question.Action, resource, stops);
        return other.Decision.IsAllowed ? other : answer;
    }

    internal Error? Denial(GateAnswer answer, string shown) => Access.Denial(answer, User.ArnIn(Account), shown);

    internal void Enter(Session session, IamUser user, Account account, Access access) =>
        (Session, User, Account, _access) = (session, user, account, access);

    /// <summary>Adds an audit row to this transaction.</summary>
    public void Audit(string eventName, string? reason = null, string? target = null, string? deviceId = null, object? details = null) =>
        _audit.Write(Db, eventName, Actor, Client, Account.Id, reason, target, deviceId, details);

    /// <summary>
    /// The target's credentials changed: pending sign-ins and other sessions of the target end,
    /// the caller's own session stays valid and correct.
    /// </summary>
    public void RenewCredentials()
    {
        Target.RenewSecurityStamp();
        if (IsOnOneself) Session.SecurityStamp = Target.SecurityStamp!;
    }

    /// <summary>Saves and makes durable: change and audit row together.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await Db.SaveChangesAsync(ct);
        if (_transaction is null) return;
        if (Guard is not null) await Guard.SettleAsync(Db, (Refusal ?? _refused) is { } refusal ? Result.Failure(refusal) : Answer, ct);
        await _transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Undoes whatever this change has done so far and records, in a transaction that survives that, why (security bar C11).
    /// Also when the caller has left meanwhile: nobody tries without a row by not waiting for the answer.
    /// </summary>
    public async Task<Error> RefuseAsync(
        string eventName, Error error, string? target = null, string? deviceId = null, object? details = null)
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        _transaction = null;
        Db.ChangeTracker.Clear();
        _transaction = await Db.BeginWriteAsync(CancellationToken.None);
        _refused = error;
        Audit(eventName, error.Code, target ?? Target?.ArnIn(Account), deviceId, error.Denial is null ? details : Denied(error, details));
        await SaveAsync(CancellationToken.None);
        return error;
    }

    /// <summary>What a denied call is recorded with: the permission that was asked for and the words, beside what was wanted.</summary>
    internal static JsonObject Denied(Error error, object? details = null)
    {
        var recorded = details is null ? [] : (JsonObject)JsonSerializer.SerializeToNode(details)!;
        if (error.Denial is { } denial) recorded["action"] = denial.Action;
        recorded["errorMessage"] = error.Message;
        return recorded;
    }

    /// <summary>Gives the context back; a change that was not saved is undone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
