using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Scenarios;

/// <summary>A fresh, migrated database of one kind, gone after the test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => await SqliteTestDatabase.StartAsync(),
        DatabaseKind.Postgres => await PostgresTestDatabase.StartAsync(),
    };

    /// <summary>Registers the contexts as the product does.</summary>
    public abstract void AddTo(IServiceCollection services);

    /// <summary>Every byte that the database keeps, log included, for searches after secrets.</summary>
    public abstract Task<byte[]> ReadEverythingAsync();

    /// <summary>Keeps the database as it stands; the answer brings it back, as an operator would. Nothing may be using it then.</summary>
    public abstract Task<Func<Task>> KeepAsync();

    public abstract ValueTask DisposeAsync();
}
