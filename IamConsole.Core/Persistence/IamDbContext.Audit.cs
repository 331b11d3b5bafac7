using IamConsole.Core.AuditTrail;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>
/// Audit rows leave the change tracker when the change is saved and enter the chain as the last thing before the commit:
/// the chain's end is held for one insert, not for the length of a use case, and a change undone leaves no number behind.
/// </summary>
public abstract partial class IamDbContext
{
    private readonly List<AuditEvent> _unchained = [];
    private long _drafts;

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    /// <summary>Where the audit trail ends.</summary>
    public DbSet<AuditChainHead> AuditChain => Set<AuditChainHead>();

    internal AuditChain? Chain { get; set; }

    /// <summary>Whether this transaction has rows that are not in the chain yet.</summary>
    internal bool HasUnchainedAudit => _unchained.Count > 0;

    /// <summary>The last row that this context put into the chain: the proof of whether its transaction was committed.</summary>
    internal AuditEvent? LastChained { get; private set; }

    /// <summary>A number for a row without a place in the chain yet: -1, -2 …</summary>
    internal long NextAuditDraft() => --_drafts;

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await TakeAuditDraftsAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Waits until a commit that holds audit rows is on disk, where the commit itself does not.</summary>
    internal virtual Task AwaitDiskAsync() => Task.CompletedTask;

    /// <summary>
    /// Looks over another connection whether the transaction of <paramref name="last"/> was committed, and waits until it is
    /// on disk then. Null: that database cannot be asked now.
    /// </summary>
    internal virtual Task<bool?> WasCommittedAsync(AuditEvent last) => Task.FromResult<bool?>(null);

    /// <summary>Reads the chain's end and holds it until the transaction ends.</summary>
    protected abstract Task<AuditChainHead> LockAuditChainAsync(CancellationToken ct);

    /// <summary>
    /// Puts the rows of this transaction into the chain. Nothing may be asked of the database between this and the commit.
    /// </summary>
    internal async Task ChainAuditAsync(CancellationToken ct)
    {
        LastChained = null;
        var head = await LockAuditChainAsync(ct);
        try
        {
            (Chain ?? throw new InvalidOperationException("This context has no audit chain.")).Extend(head, _unchained);
            AuditEvents.AddRange(_unchained);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
        }
        finally
        {
            Entry(head).State = EntityState.Detached;
            foreach (var row in _unchained) Entry(row).State = EntityState.Detached;
        }

        LastChained = _unchained[^1];
        _unchained.Clear();
    }

    /// <summary>The transaction is over: rows that did not get into the chain were of a change that was undone.</summary>
    internal void ForgetUnchainedAudit() => _unchained.Clear();

    private async Task TakeAuditDraftsAsync(CancellationToken ct)
    {
        if (_drafts == 0) return;
        _drafts = 0;
        var drafts = ChangeTracker.Entries<AuditEvent>().Where(e => e.State is EntityState.Added)
            .OrderByDescending(e => e.Entity.Sequence).ToList();
        if (drafts.Count > 0 && Database.CurrentTransaction is null)
            throw new InvalidOperationException("An audit row is written in a transaction of BeginWriteAsync.");
        foreach (var draft in drafts)
        {
            draft.State = EntityState.Detached;
            await AuditFacts.AddAsync(this, draft.Entity, ct);
            _unchained.Add(draft.Entity);
        }
    }
}
