using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>An older database: tokens get the state, holder and history that follow from their devices.</summary>
public sealed class TokenStatesMigrationTests
{
    private const string Account = "111122223333";

    [Theory, BothDatabases]
    public async Task Assigned_tokens_become_active_and_all_others_available(DatabaseKind database)
    {
        await using var iam = await IamScenario.UnstartedAsync(database);
        await using (var db = await iam.OpenAsync())
        {
            await db.Database.EnsureDeletedAsync(IamScenario.Ct);
            await db.GetService<IMigrator>().MigrateAsync("AuditChain", IamScenario.Ct);
            foreach (var statement in OldRows(database is DatabaseKind.Sqlite ? "0" : "CURRENT_TIMESTAMP", database is DatabaseKind.Sqlite ? "x'00'" : "'\\x00'"))
                await db.Database.ExecuteSqlRawAsync(statement, IamScenario.Ct);
        }

        await iam.Get<DatabaseStartup>().RunAsync(IamScenario.Ct);

        var tokens = await iam.ReadAsync(db => db.HardwareTokens.OrderBy(t => t.Id).ToListAsync(IamScenario.Ct));
        Assert.Equal([TokenState.Available, TokenState.Active], tokens.Select(t => t.State));
        Assert.Equal([TokenForm.DisplayCard, TokenForm.OtpToken], tokens.Select(t => t.Form));
        Assert.Equal([(null, null), (Account, "bob")], tokens.Select(t => (t.AccountId, t.UserId)));
        var history = await iam.ReadAsync(db => db.TokenEvents.OrderBy(e => e.TokenId).ThenBy(e => e.Id).ToListAsync(IamScenario.Ct));
        Assert.Equal(["free Imported ", "held Imported ", "held Activated bob"], history.Select(e => $"{e.TokenId} {e.Kind} {e.UserName}"));
    }

    private static IEnumerable<string> OldRows(string time, string bytes) =>
    [
        $"""INSERT INTO "Accounts" ("Id", "Partition", "Name", "Country", "CreatedAt") VALUES ('{Account}', 'aws', 'Old', 'DE', {time})""",
        $"""
        INSERT INTO "AspNetUsers" (
            "Id", "AccountId", "Name", "NormalizedName", "Path", "IsRoot", "CreatedAt", "MustChangePassword", "IsMfaExempt",
            "FactorFailures", "VirtualDevices", "SecurityKeys", "HardwareTokens", "EmailConfirmed", "PhoneNumberConfirmed",
            "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
        VALUES ('bob', '{Account}', 'bob', 'BOB', '/', false, {time}, false, false, 0, 0, 0, 1, false, false, false, false, 0)
        """,
        $"""
        INSERT INTO "MfaDevices" (
            "Id", "AccountId", "UserId", "Kind", "Name", "NormalizedName", "Identifier", "CreatedAt", "Algorithm", "Digits", "PeriodSeconds",
            "DriftSteps", "LastAcceptedStep", "FailedChecks", "CheckWindow", "WindowChecks", "HardwareTokenId")
        VALUES ('device', '{Account}', 'bob', 'Hardware', 't', 'T', 'HT-2', {time}, 'Sha1', 6, 30, 0, 0, 0, 0, 0, 'held')
        """,
        Token("free", "HT-1", "Display card", "NULL", time, bytes), Token("held", "HT-2", "OTP Token", "'device'", time, bytes),
    ];

    private static string Token(string id, string serial, string model, string device, string time, string bytes) => $"""
        INSERT INTO "HardwareTokens" (
            "Id", "Partition", "Serial", "NormalizedSerial", "ProtectedSeed", "Algorithm", "Digits", "PeriodSeconds", "Model", "ImportedAt",
            "DeviceId", "DriftSteps", "LastAcceptedStep", "CheckWindow", "WindowChecks")
        VALUES ('{id}', 'aws', '{serial}', '{serial}', {bytes}, 'Sha1', 6, 30, '{model}', {time}, {device}, 0, -1, 0, 0)
        """;
}
