using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>An older database: the flag of administrators becomes a policy, and nobody loses what he could do.</summary>
public sealed class AdministratorsToPoliciesTests
{
    private const string Account = "111122223333";

    [Theory, BothDatabases]
    public async Task Administrators_get_AdministratorAccess_and_everybody_else_keeps_managing_himself(DatabaseKind database)
    {
        await using var iam = await IamScenario.UnstartedAsync(database);
        await using (var db = await iam.OpenAsync())
        {
            await db.Database.EnsureDeletedAsync(IamScenario.Ct);
            await db.GetService<IMigrator>().MigrateAsync("Jobs", IamScenario.Ct);
            foreach (var statement in OldRows(database is DatabaseKind.Sqlite ? "0" : "CURRENT_TIMESTAMP"))
                await db.Database.ExecuteSqlRawAsync(statement, IamScenario.Ct);
        }

        await iam.Get<DatabaseStartup>().RunAsync(IamScenario.Ct);

        var attached = await iam.ReadAsync(d => d.PolicyAttachments.ToDictionaryAsync(a => a.UserId!, a => a.PolicyArn, IamScenario.Ct));
        Assert.Equal(2, attached.Count);
        Assert.Equal(IamScenario.Administrator(), attached["admin"]);
        Assert.EndsWith(BuiltInPolicies.SelfManageSignIn, attached["dave"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> OldRows(string time) =>
    [
        $"""INSERT INTO "Accounts" ("Id", "Partition", "Name", "Country", "CreatedAt") VALUES ('{Account}', 'aws', 'Old', 'DE', {time})""",
        User("root", time, isRoot: true, isAdministrator: false),
        User("admin", time, isRoot: false, isAdministrator: true),
        User("dave", time, isRoot: false, isAdministrator: false),
    ];

    private static string User(string id, string time, bool isRoot, bool isAdministrator) => $"""
        INSERT INTO "AspNetUsers" (
            "Id", "AccountId", "Name", "NormalizedName", "Path", "IsRoot", "IsAdministrator", "CreatedAt", "MustChangePassword",
            "FactorFailures", "VirtualDevices", "SecurityKeys", "HardwareTokens", "EmailConfirmed", "PhoneNumberConfirmed",
            "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
        VALUES ('{id}', '{Account}', '{id}', '{id}', '/', {isRoot}, {isAdministrator}, {time}, false,
            0, 0, 0, 0, false, false, false, false, 0)
        """;
}
