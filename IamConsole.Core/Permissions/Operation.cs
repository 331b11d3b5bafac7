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
    public bool SeesEverybody => _access.Decide(IamAction.ListUsers, Access.WholeAccount).IsAllowed;

    /// <summary>The caller as the audit trail names it.</summary>
    public AuditActor Actor => AuditActor.Of(User.IsRoot, User.Id, User.Name, Session.Id, Session.IsMfa);

    /// <summary>
    /// Asks about a further action of the same use case. Null when it is permitted; safeguards are the gate's matter.
    /// </summary>
    public Error? Refuse(IamAction action, string resource) => Refuse(action, resource, resource);

    /// <summary>Whether a further action asks for a newer proof of identity than the session's. Null when it does not.</summary>
    internal Error? RefuseOldProof(IamAction action, DateTimeOffset now) =>
        action.Safeguards.HasFlag(Safeguards.FreshProof) && now - Session.ProvenAt > SessionLimits.FreshProof
            ? PermissionErrors.ProofTooOld : null;

    /// <summary>Whether there can be a resource on which the caller's policies permit a further action.</summary>
    internal bool CouldBePermitted(IamAction action) => _access.CouldPermit(action);

    internal Error? Refuse(IamAction action, string resource, string shown) =>
        _access.Refuse(action, resource, User.ArnIn(Account), shown);

    /// <summary>The same question if the request had further condition keys.</summary>
    internal Error? RefuseWith(IReadOnlyDictionary<string, string> facts, IamAction action, string resource) =>
        _access.With(facts).Refuse(action, resource, User.ArnIn(Account), resource);

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
        if (_transaction is not null) await _transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Undoes whatever this change has done so far and records, in a transaction that survives that, why (security bar C11).
    /// </summary>
    public async Task<Error> RefuseAsync(
        string eventName, Error error, CancellationToken ct, string? target = null, string? deviceId = null, object? details = null)
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        _transaction = null;
        Db.ChangeTracker.Clear();
        _transaction = await Db.BeginWriteAsync(ct);
        Audit(eventName, error.Code, target ?? Target?.ArnIn(Account), deviceId, details);
        await SaveAsync(ct);
        return error;
    }

    /// <summary>Gives the context back; a change that was not saved is undone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
