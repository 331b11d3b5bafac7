using System.Text;
using IamConsole.Core;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed class PostgresTestDatabase : TestDatabase
{
    private const string Template = "iam_template";

    private static readonly Lazy<Task<(PostgresCluster? Cluster, string? Missing)>> Server = new(StartWithTemplateAsync);
    private static int _count;

    private readonly PostgresCluster _cluster;
    private readonly string _name;

    private PostgresTestDatabase(PostgresCluster cluster, string name)
    {
        _cluster = cluster;
        _name = name;
    }

    public static async Task<PostgresTestDatabase> StartAsync()
    {
        var (cluster, missing) = await Server.Value;
        if (cluster is null && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        if (cluster is null) Assert.Skip(missing!);
        var database = new PostgresTestDatabase(cluster, "iam_" + Interlocked.Increment(ref _count));
        await ExecuteAsync(cluster, $"CREATE DATABASE {database._name} TEMPLATE {Template}");
        return database;
    }

    public override void AddTo(IServiceCollection services) => services.AddIamPostgres(_cluster.ConnectionString(_name));

    public override async Task<byte[]> ReadEverythingAsync()
    {
        await using var connection = new NpgsqlConnection(_cluster.ConnectionString(_name));
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

    public override async ValueTask DisposeAsync()
    {
        await using (var pooled = new NpgsqlConnection(_cluster.ConnectionString(_name))) NpgsqlConnection.ClearPool(pooled);
        await ExecuteAsync(_cluster, $"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static async Task<(PostgresCluster? Cluster, string? Missing)> StartWithTemplateAsync()
    {
        var (cluster, missing) = await PostgresCluster.StartAsync();
        if (cluster is null) return (null, missing);
        await ExecuteAsync(cluster, $"CREATE DATABASE {Template}");
        var options = new DbContextOptionsBuilder<PostgresIamDbContext>();
        options.UseIamPostgres(cluster.ConnectionString(Template));
        await using (var db = new PostgresIamDbContext(options.Options)) await db.Database.MigrateAsync();
        await using var pooled = new NpgsqlConnection(cluster.ConnectionString(Template));
        NpgsqlConnection.ClearPool(pooled);
        return (cluster, null);
    }

    private static async Task ExecuteAsync(PostgresCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
