using System.Collections.Concurrent;
using System.Reflection;
using IamConsole.Tests.Core.Persistence;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace IamConsole.Tests.Core.Persistence;

/// <summary>
/// One private PostgreSQL server for the run, started by the first test that asks. Where none can be had, that test is
/// skipped with the reason; with CI=true it fails.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly Lazy<Task<PostgresProcess>> _process = new(PostgresProcess.StartAsync);
    private readonly ConcurrentDictionary<MethodInfo, Lazy<Task<string>>> _templates = new();
    private int _count;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>
    /// A connection string to a new database: an empty one, or one that <paramref name="migrate"/> has filled. It is
    /// called once in the run with a connection string; further databases are copies.
    /// </summary>
    public async Task<string> NewDatabaseAsync(Func<string, Task>? migrate = null)
    {
        var process = await RunningAsync();
        if (migrate is null) return await CreateAsync(process, "template0");
        var template = _templates.GetOrAdd(migrate.Method, _ => new(() => MakeTemplateAsync(process, migrate)));
        return await CreateAsync(process, await template.Value);
    }

    /// <summary>A copy of a database, as it stands.</summary>
    public async Task<string> CopyAsync(string connectionString)
    {
        await using (var pooled = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(pooled);
        return await CreateAsync(await RunningAsync(), new NpgsqlConnectionStringBuilder(connectionString).Database!);
    }

    /// <summary>Puts a copy in a database's place; the copy stays.</summary>
    public async Task ReplaceAsync(string connectionString, string by)
    {
        await DropAsync(connectionString);
        var (name, copy) = (new NpgsqlConnectionStringBuilder(connectionString).Database, new NpgsqlConnectionStringBuilder(by).Database);
        var process = await RunningAsync();
        await ExecuteAsync(process, process.CopyStatement(name!, copy!));
    }

    /// <summary>Drops a database, also when connections to it are open.</summary>
    public async Task DropAsync(string connectionString)
    {
        await using (var pooled = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(pooled);
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(await RunningAsync(), $"DROP DATABASE {name} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.IsValueCreated || !_process.Value.IsCompletedSuccessfully) return;
        NpgsqlConnection.ClearAllPools();
        await (await _process.Value).DisposeAsync();
    }

    private async Task<PostgresProcess> RunningAsync()
    {
        try
        {
            return await _process.Value;
        }
        catch (PostgresMissingException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }

    private async Task<string> MakeTemplateAsync(PostgresProcess process, Func<string, Task> migrate)
    {
        var template = await CreateAsync(process, "template0");
        await migrate(template);

        // A database with open connections cannot be copied.
        await using (var pooled = new NpgsqlConnection(template)) NpgsqlConnection.ClearPool(pooled);
        return new NpgsqlConnectionStringBuilder(template).Database!;
    }

    private async Task<string> CreateAsync(PostgresProcess process, string template)
    {
        var name = $"iam_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(process, process.CopyStatement(name, template));
        return process.ConnectionString(name);
    }

    private static async Task ExecuteAsync(PostgresProcess process, string sql)
    {
        await using var connection = new NpgsqlConnection(process.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
