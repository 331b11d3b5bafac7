using IamConsole.Core;
using IamConsole.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iam-console-test-");

    private string File => Path.Combine(_folder.FullName, "iam.db");

    public static async Task<SqliteTestDatabase> StartAsync()
    {
        var database = new SqliteTestDatabase();
        System.IO.File.Copy(await Template.Value, database.File);
        return database;
    }

    /// <summary>A file with the product's schema and no rows, to copy.</summary>
    public static string MigratedFile() => Template.Value.GetAwaiter().GetResult();

    public override void AddTo(IServiceCollection services) => services.AddIamSqlite(File);

    public override async Task<byte[]> ReadEverythingAsync()
    {
        using var everything = new MemoryStream();
        foreach (var file in _folder.GetFiles())
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(everything, TestContext.Current.CancellationToken);
        }

        return everything.ToArray();
    }

    public override Task<Func<Task>> KeepAsync()
    {
        var kept = Path.Combine(_folder.CreateSubdirectory(RandomId.New()).FullName, "iam.db");
        using (var source = new SqliteConnection($"Data Source={File};Pooling=False"))
        using (var target = new SqliteConnection($"Data Source={kept};Pooling=False"))
        {
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }

        return Task.FromResult(() =>
        {
            SqliteConnection.ClearAllPools();
            foreach (var file in _folder.GetFiles("iam.db*")) file.Delete();
            System.IO.File.Copy(kept, File);
            return Task.CompletedTask;
        });
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    // One migration for all tests; each test works on a copy of the file.
    private static async Task<string> MigrateTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("iam-console-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "iam.db");
        var options = new DbContextOptionsBuilder<SqliteIamDbContext>();
        options.UseIamSqlite(file);
        await using var db = new SqliteIamDbContext(options.Options);
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
        return file;
    }
}
