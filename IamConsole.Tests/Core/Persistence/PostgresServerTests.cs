using System.Diagnostics;
using Npgsql;

namespace IamConsole.Tests.Core.Persistence;

public sealed class PostgresServerTests(PostgresServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_database_is_fresh()
    {
        var (first, second) = (await server.NewDatabaseAsync(), await server.NewDatabaseAsync());
        await RunAsync(first, "CREATE TABLE t (n int)");
        await RunAsync(second, "CREATE TABLE t (n int)");
        await server.DropAsync(first);
        await server.DropAsync(second);
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(first, "SELECT 1"));
    }

    [Fact]
    public async Task A_template_is_filled_once_and_copied()
    {
        var filled = 0;
        Task MigrateAsync(string connection)
        {
            filled++;
            return RunAsync(connection, "CREATE TABLE t AS SELECT 7 AS n");
        }

        var (first, second) = (await server.NewDatabaseAsync(MigrateAsync), await server.NewDatabaseAsync(MigrateAsync));
        await RunAsync(first, "UPDATE t SET n = 8");
        Assert.Equal(7, await RunAsync(second, "SELECT n FROM t"));
        Assert.Equal(1, filled);
    }

    [Fact]
    public async Task The_server_ends_with_the_process_that_started_it()
    {
        // A server must be possible here; otherwise this skips.
        await server.NewDatabaseAsync();
        var second = await PostgresProcess.StartAsync();
        Assert.Equal(1, await RunAsync(second.ConnectionString("postgres"), "SELECT 1"));

        // What the kernel does for a killed process: the pipe to the guard is closed, nothing else.
        using var guard = Process.GetProcessById(second.Id);
        await second.DisposeAsync();
        Assert.True(guard.HasExited);
        Assert.False(Directory.Exists(second.Folder));
    }

    [Fact]
    public void A_lone_pg_ctl_is_no_server()
    {
        var (lone, whole) = (Directory.CreateTempSubdirectory(), Directory.CreateTempSubdirectory());
        File.WriteAllText(Path.Combine(lone.FullName, "pg_ctl"), "");
        foreach (var program in (string[])["initdb", "pg_ctl", "postgres"]) File.WriteAllText(Path.Combine(whole.FullName, program), "");
        Assert.Null(PostgresPrograms.Find([lone.FullName]));
        Assert.Equal(whole.FullName, PostgresPrograms.Find([lone.FullName, whole.FullName]));
        lone.Delete(recursive: true);
        whole.Delete(recursive: true);
    }

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
