using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>EF's factory is not covariant: offers the chosen database's contexts as <see cref="IamDbContext"/>.</summary>
public sealed class DatabaseFactory<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<IamDbContext>
    where TContext : IamDbContext
{
    /// <inheritdoc />
    public IamDbContext CreateDbContext() => factory.CreateDbContext();

    /// <inheritdoc />
    public async Task<IamDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await factory.CreateDbContextAsync(cancellationToken);
}
