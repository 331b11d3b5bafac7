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
    [Theory, BothDatabases]
    public async Task Administrators_get_AdministratorAccess_and_everybody_else_keeps_managing_himself(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (admin, dave) = (await iam.AdministratorAsync(account, root, "admin"), await iam.UserAsync(account, root, "dave"));
        await using (var db = await iam.OpenAsync())
        {
            await db.PolicyAttachments.ExecuteDeleteAsync(IamScenario.Ct);
            await db.GetService<IMigrator>().MigrateAsync("Jobs", IamScenario.Ct);
            await db.Database.ExecuteSqlAsync($"""UPDATE "AspNetUsers" SET "IsAdministrator" = ("Id" = {admin.UserId})""", IamScenario.Ct);
            await db.Database.MigrateAsync(IamScenario.Ct);
        }

        var attached = await iam.ReadAsync(d => d.PolicyAttachments.ToDictionaryAsync(a => a.UserId!, a => a.PolicyArn, IamScenario.Ct));
        Assert.Equal(2, attached.Count);
        Assert.Equal(IamScenario.Administrator(), attached[admin.UserId]);
        Assert.EndsWith(BuiltInPolicies.SelfManageSignIn, attached[dave.UserId], StringComparison.Ordinal);
    }
}
