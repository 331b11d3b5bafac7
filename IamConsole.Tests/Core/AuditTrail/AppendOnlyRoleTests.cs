using IamConsole.Core.Sessions;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>README's advice for PostgreSQL: the console works under a role that may add audit rows and change none.</summary>
public sealed class AppendOnlyRoleTests
{
    private const string Setup =
        """
        DO $$
        DECLARE role text := 'console_' || current_database();
        BEGIN
          EXECUTE format('CREATE ROLE %I', role);
          EXECUTE format('GRANT ALL ON ALL TABLES IN SCHEMA public TO %I', role);
          EXECUTE format('GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO %I', role);
          EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON "AuditEvents" FROM %I', role);
          EXECUTE format('ALTER DATABASE %I SET role = %I', current_database(), role);
        END $$;
        """;

    [Fact]
    public async Task The_console_needs_no_right_to_change_or_delete_audit_rows()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Postgres);
        var (account, root) = await iam.SignedInRootAsync();
        await using (var db = await iam.OpenAsync())
        {
            await db.Database.ExecuteSqlRawAsync(Setup, IamScenario.Ct);
            NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
        }

        var alice = await iam.UserAsync(account, root, "alice");
        var session = await iam.SignInAsync(alice);
        await iam.AssignAppAsync(session, alice.UserId, "phone");
        await iam.Get<SignOut>().RunAsync(session.Token, IamScenario.Client, IamScenario.Ct);
        await iam.CheckpointAsync();

        Assert.True((await iam.VerifyAsync()).IsGood);
        foreach (var statement in new[] { "UPDATE \"AuditEvents\" SET \"Reason\" = 'x'", "DELETE FROM \"AuditEvents\"", "TRUNCATE \"AuditEvents\"" })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege,
                (await Assert.ThrowsAsync<PostgresException>(() => iam.TamperAsync(statement))).SqlState);
    }
}
