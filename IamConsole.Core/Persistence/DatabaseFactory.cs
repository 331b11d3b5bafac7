using IamConsole.Core.AuditTrail;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>EF's factory is not covariant: offers the chosen database's contexts as <see cref="IamDbContext"/>, with the audit chain.</summary>
public sealed class DatabaseFactory<TContext>(IDbContextFactory<TContext> factory, AuditChain chain) : IDbContextFactory<IamDbContext>
    where TContext : IamDbContext
{
    /// <inheritdoc />
    public IamDbContext CreateDbContext() => WithChain(factory.CreateDbContext());

    /// <inheritdoc />
    public async Task<IamDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        WithChain(await factory.CreateDbContextAsync(cancellationToken));

    private TContext WithChain(TContext db)
    {
        db.Chain = chain;
        return db;
    }
}
