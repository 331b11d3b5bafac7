using System.Data.Common;
using System.Globalization;
using IamConsole.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>
/// An upgrade that is killed, on SQLite: whatever it left, the next start goes on. The files are kept as they are between two
/// statements, which is what a killed process leaves. IAM_START_KILLS says how many of these moments are tried (12).
/// </summary>
public sealed class DatabaseUpgradeTests : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("IAM_START_KILLS") ?? "12", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iam-console-test-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_mark_that_a_dead_process_left_does_not_hold_the_next_start()
    {
        var file = FileIn("marked");
        await UpgradeAsync(file);
        await ExecuteAsync(file, """INSERT INTO "__EFMigrationsLock" VALUES (1, 'x')""");
        await UpgradeAsync(file).WaitAsync(TimeSpan.FromSeconds(30), Ct);
    }

    [Theory]
    [InlineData("Initial", "AuditChain")]
    [InlineData("AuditChain", null)]
    public async Task An_upgrade_that_is_cut_off_between_any_two_statements_is_taken_up_again(string from, string? to)
    {
        var file = FileIn("old");
        await MigrateAsync(file, from);
        await ExecuteAsync(file, """INSERT INTO "Accounts" ("Id", "Partition", "Name", "Country", "CreatedAt") VALUES ('111122223333', 'aws', 'Old', 'DE', 0)""");
        var moments = new Moments(file);
        await MigrateAsync(file, to, moments);
        var step = Math.Max(1, moments.Count / Kills);
        for (var moment = 0; moment < moments.Count; moment += step)
        {
            var copy = moments.At(moment);
            await UpgradeAsync(copy).WaitAsync(TimeSpan.FromMinutes(1), Ct);
            await using var db = Open(copy);
            Assert.Equal("Old", (await db.Accounts.SingleAsync(Ct)).Name);
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
            Assert.Equal(0, await db.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM pragma_foreign_key_check""").SingleAsync(Ct));
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string FileIn(string name) => Path.Combine(_folder.CreateSubdirectory(name).FullName, "iam.db");

    private static SqliteIamDbContext Open(string file, IInterceptor? interceptor = null)
    {
        var options = new DbContextOptionsBuilder<SqliteIamDbContext>();
        options.UseIamSqlite(file);
        if (interceptor is not null) options.AddInterceptors(interceptor);
        return new SqliteIamDbContext(options.Options);
    }

    private static async Task UpgradeAsync(string file)
    {
        await using var db = Open(file);
        await DatabaseUpgrade.RunAsync(db, Ct);
    }

    private static async Task MigrateAsync(string file, string? target, IInterceptor? interceptor = null)
    {
        await using var db = Open(file, interceptor);
        await db.GetService<IMigrator>().MigrateAsync(target, Ct);
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var db = Open(file);
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
    }

    /// <summary>The database's files before each statement.</summary>
    private sealed class Moments(string file) : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public string At(int moment) => Path.Combine(Folder(moment), Path.GetFileName(file));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            var to = Directory.CreateDirectory(Folder(Count++));
            foreach (var name in new[] { file, file + "-wal" }.Where(File.Exists))
                File.Copy(name, Path.Combine(to.FullName, Path.GetFileName(name)));
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }

        private string Folder(int moment) => Path.Combine(Path.GetDirectoryName(file)!, moment.ToString(CultureInfo.InvariantCulture));
    }
}
