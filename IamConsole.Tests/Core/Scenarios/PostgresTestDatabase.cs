using System.Text;
using IamConsole.Core;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed class PostgresTestDatabase : TestDatabase
{
    private readonly PostgresServer _server;
    private readonly string _connection;
    private readonly List<string> _kept = [];

    private PostgresTestDatabase(PostgresServer server, string connection)
    {
        _server = server;
        _connection = connection;
    }

    public static async Task<PostgresTestDatabase> StartAsync()
    {
        var server = await TestContext.Current.GetFixture<PostgresServer>()
            ?? throw new InvalidOperationException("PostgresServer is a fixture of this assembly.");
        return new PostgresTestDatabase(server, await server.NewDatabaseAsync(MigrateAsync));
    }

    public string Connection => _connection;

    public override void AddTo(IServiceCollection services) => services.AddIamPostgres(_connection);

    public override async Task<byte[]> ReadEverythingAsync()
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        await using (var names = new NpgsqlCommand("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var reader = await names.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) tables.Add(reader.GetString(0));
        var everything = new StringBuilder();
        foreach (var table in tables)
        {
            await using var rows = new NpgsqlCommand($"SELECT t::text FROM {table} t", connection);
            await using var reader = await rows.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) everything.AppendLine(reader.GetString(0));
        }

        return Encoding.UTF8.GetBytes(everything.ToString());
    }

    public override async Task<Func<Task>> KeepAsync()
    {
        var kept = await _server.CopyAsync(_connection);
        _kept.Add(kept);
        return () => _server.ReplaceAsync(_connection, by: kept);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var kept in _kept) await _server.DropAsync(kept);
        await _server.DropAsync(_connection);
    }

    /// <summary>The product's schema, for a template that each test's database is copied from.</summary>
    public static async Task MigrateAsync(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresIamDbContext>();
        options.UseIamPostgres(connection);
        await using var db = new PostgresIamDbContext(options.Options);
        await db.Database.MigrateAsync();
    }
}
