using System.Globalization;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IamConsole.Tests.Core.Scale;

/// <summary>As many users as one likes, written by one statement that copies a valid one.</summary>
internal static class ManyUsers
{
    public static async Task AddAsync(IamScenario iam, AccountWithRoot account, int count)
    {
        await using var db = await iam.OpenAsync();
        var template = CreateUser.New(account.Id, "template", "/", iam.Now);
        db.Users.Add(template);
        await db.SaveChangesAsync(IamScenario.Ct);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var sqlite = db is SqliteIamDbContext;
        await db.Database.ExecuteSqlRawAsync(sqlite ? SqliteUserSql.Down : PostgresUserSql.Down, IamScenario.Ct);
        await db.Database.ExecuteSqlRawAsync(Insert(db.Model.FindEntityType(typeof(IamUser))!, iam.Now, count, sqlite), [template.Id], IamScenario.Ct);
        await db.Database.ExecuteSqlRawAsync(sqlite ? SqliteUserSql.Up : PostgresUserSql.Up, IamScenario.Ct);
        if (!sqlite) await db.Database.ExecuteSqlRawAsync("ANALYZE", IamScenario.Ct);
    }

    // Of a thousand: 2 without MFA, 1 with a token, 1 without activity, 3 with "zebra" in the path; ages from 0 to 399 days.
    private static string Insert(IEntityType user, DateTimeOffset now, int count, bool sqlite)
    {
        string Text(string sql) => sqlite ? sql : $"({sql})::text";
        string DaysAgo(string days) => sqlite
            ? $"{now.UtcTicks} - ({days}) * {TimeSpan.TicksPerDay}"
            : $"TIMESTAMPTZ '{now:yyyy-MM-dd HH:mm:ss}+00' - ({days}) * INTERVAL '1 day'";
        var number = sqlite ? "printf('%07d', n)" : "to_char(n, 'FM0000000')";
        var values = new Dictionary<string, string>
        {
            ["Id"] = Text("'many-' || n"),
            ["Name"] = $"'person' || {number}",
            ["NormalizedName"] = $"'PERSON' || {number}",
            ["UserName"] = Text("'many-' || n"),
            ["NormalizedUserName"] = Text("'MANY-' || n"),
            ["Path"] = "CASE WHEN n % 1000 IN (7, 407, 807) THEN '/zebra/' WHEN n % 2 = 0 THEN '/' ELSE '/staff/' END",
            ["PasswordHash"] = "CASE WHEN n % 1000 = 5 THEN NULL ELSE 'hash' END",
            ["PasswordChangedAt"] = $"CASE WHEN n % 1000 = 5 THEN NULL ELSE {DaysAgo("n % 400")} END",
            ["LastSignInAt"] = $"CASE WHEN n % 1000 = 6 THEN NULL ELSE {DaysAgo("n % 300")} END",
            ["CreatedAt"] = DaysAgo("400 + n % 1000"),
            ["SecurityKeys"] = "CASE WHEN n % 1000 IN (2, 3, 4) THEN 0 ELSE 1 END",
            ["HardwareTokens"] = "CASE WHEN n % 1000 = 4 THEN 1 ELSE 0 END",
        };
        var columns = user.GetProperties().Where(p => p.GetComputedColumnSql() is null).Select(p => p.GetColumnName()).ToList();
        var series = sqlite
            ? $"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count.ToString(CultureInfo.InvariantCulture)})"
            : $"WITH s AS (SELECT n FROM generate_series(1, {count.ToString(CultureInfo.InvariantCulture)}) n)";
        return $"""
                {series}
                INSERT INTO "AspNetUsers" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
                SELECT {string.Join(", ", columns.Select(c => values.GetValueOrDefault(c) ?? $"t.\"{c}\""))}
                FROM s JOIN "AspNetUsers" t ON t."Id" = @p0
                """.Replace("@p0", "{0}", StringComparison.Ordinal);
    }
}
