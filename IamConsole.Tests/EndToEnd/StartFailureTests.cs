using System.Net;
using System.Net.Sockets;
using IamConsole.Tests.Core.Persistence;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;
using ConsoleProgram = IamConsole.Web.Hosting.ConsoleProgram;
using StartFailure = IamConsole.Web.Hosting.StartFailure;

namespace IamConsole.Tests.EndToEnd;

/// <summary>A start that cannot succeed says why in one sentence, and ends with 1.</summary>
public sealed class StartFailureTests(PostgresServer postgres) : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iam-console-test-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_or_cannot_be_made_is_named()
    {
        var file = Path.Combine(_data.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        Assert.Contains("is a file", await FailsAsync("--data", file), StringComparison.Ordinal);
        Assert.Contains("--data", await FailsAsync("--data", Path.Combine(file, "below")), StringComparison.Ordinal);
        Assert.Contains("--data", await FailsAsync("--data", "/proc/no/such/place"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_written_is_no_other_server()
    {
        // As in a folder that is read-only, which means nothing to root.
        _data.CreateSubdirectory("server.lock");
        var said = await FailsAsync("--data", _data.FullName);
        Assert.Contains(_data.FullName, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Another server", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_server_keeps_others_from_its_folder()
    {
        await using var server = new ConsoleServer(data: _data);
        Assert.Contains("Another server is running", await FailsAsync("--data", _data.FullName), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("this is no database, and long enough to be looked at as one: 0123456789 0123456789 0123456789 0123456789")]
    [InlineData("x")]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is(string content)
    {
        await File.WriteAllTextAsync(Database, content, TestContext.Current.CancellationToken);
        Assert.Contains("iamconsole.db", await FailsAsync("--data", _data.FullName), StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Database, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("CREATE TABLE Songs (Id INTEGER PRIMARY KEY)")]
    [InlineData("""CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT PRIMARY KEY, "ProductVersion" TEXT NOT NULL); INSERT INTO "__EFMigrationsHistory" VALUES ('20200101000000_Songs', '3.1.0')""")]
    public async Task Another_programs_database_is_left_as_it_is(string made)
    {
        await RunAsync(made);
        Assert.Contains("another program", await FailsAsync("--data", _data.FullName), StringComparison.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={Database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'";
        Assert.Equal(1L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_without_a_trace()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var said = await FailsAsync("--data", _data.FullName, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.Contains("--urls", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_this_machine_does_not_have_is_explained() =>
        Assert.Contains("--urls", await FailsAsync("--data", _data.FullName, "--urls", "http://192.0.2.1:5080"), StringComparison.Ordinal);

    [Fact]
    public async Task A_database_that_refuses_is_named_at_once()
    {
        var server = new NpgsqlConnectionStringBuilder(await postgres.NewDatabaseAsync());
        foreach (var (change, told) in new (Action<NpgsqlConnectionStringBuilder>, string)[]
        {
            (c => c.Database = "nobodys", "CREATE DATABASE"), (c => c.Username = "nobody", "ConnectionStrings:Postgres"), (c => c.SslMode = SslMode.Require, "ConnectionStrings:Postgres"),
        })
        {
            var changed = new NpgsqlConnectionStringBuilder(server.ToString());
            change(changed);
            Assert.Contains(told, await FailsAsync("--data", _data.FullName, "--ConnectionStrings:Postgres=" + changed), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{ \"PublicUrl\": ")]
    [InlineData("not json")]
    public void A_settings_file_that_is_damaged_is_named(string content)
    {
        var file = Path.Combine(_data.FullName, "appsettings.json");
        File.WriteAllText(file, content);
        var damaged = Assert.ThrowsAny<Exception>(() => new ConfigurationBuilder().AddJsonFile(file).Build());
        Assert.Contains("appsettings.json", StartFailure.Explain(damaged), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', StartFailure.Explain(damaged));
    }

    [Fact]
    public void What_nobody_foresaw_is_one_line_too()
    {
        var said = StartFailure.Explain(new AggregateException(new InvalidTimeZoneException("first\nsecond")));
        Assert.Contains("first", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);


        // In Kestrel's words, as whether there is a developer's certificate depends on the machine.
        Assert.Contains("Kestrel:Certificates:Default:Path", StartFailure.Explain(new InvalidOperationException(
            "Unable to configure HTTPS endpoint. No server certificate was specified, and the default developer certificate could not be found.")), StringComparison.Ordinal);
        Assert.Equal("The disk is full.", StartFailure.Explain(new IOException("No space left on device", 28)));
        Assert.Contains("disk is full", StartFailure.Explain(new InvalidOperationException("x", new SqliteException("database or disk is full", 13))), StringComparison.Ordinal);
    }

    private string Database => Path.Combine(_data.FullName, "iamconsole.db");

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> FailsAsync(params string[] arguments)
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await ConsoleProgram.RunAsync(arguments.Contains("--urls") ? arguments : [.. arguments, "--urls", "http://127.0.0.1:0"], errors)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        var said = errors.ToString().TrimEnd();
        Assert.DoesNotContain('\n', said);
        return said;
    }
}
