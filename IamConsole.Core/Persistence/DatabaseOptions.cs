using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Core.Persistence;

/// <summary>How a context reaches its database; used by the product, the design-time tools and the tests alike.</summary>
public static class DatabaseOptions
{
    /// <summary>The embedded database in <paramref name="file"/>.</summary>
    public static void UseIamSqlite(this DbContextOptionsBuilder options, string file) =>
        options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10 }.ToString())
            .AddInterceptors(new SqlitePragmas())
            .UseIamConventions();

    /// <summary>A PostgreSQL database.</summary>
    public static void UseIamPostgres(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.ExecutionStrategy(d => new OnceAnew(d))).UseIamConventions();

    // A limit without an order is how a count stops early, and how few hits are found before they are sorted.
    private static void UseIamConventions(this DbContextOptionsBuilder options) => options
        .UseApplicationServiceProvider(IdentitySchema)
        .ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    // Identity reads the schema version from the application's services; without them the passkey table is left out.
    private static readonly ServiceProvider IdentitySchema = new ServiceCollection()
        .AddOptions()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();
}
