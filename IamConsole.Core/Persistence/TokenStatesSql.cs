namespace IamConsole.Core.Persistence;

/// <summary>Tokens that were there before they had states, holders and a history.</summary>
internal static class TokenStatesSql
{
    /// <summary>The same statements for both databases.</summary>
    public const string Up =
        """
        UPDATE "HardwareTokens" SET "State" = 'Available';

        UPDATE "HardwareTokens" SET
            "State" = 'Active',
            "UserId" = (SELECT d."UserId" FROM "MfaDevices" d WHERE d."Id" = "HardwareTokens"."DeviceId"),
            "AccountId" = (SELECT d."AccountId" FROM "MfaDevices" d WHERE d."Id" = "HardwareTokens"."DeviceId")
        WHERE "DeviceId" IS NOT NULL;

        UPDATE "HardwareTokens" SET "Form" = 'OtpToken' WHERE lower("Model") LIKE '%token%';

        UPDATE "HardwareTokens" SET "Form" = 'DisplayCard' WHERE lower("Model") LIKE '%card%';

        INSERT INTO "TokenEvents" ("TokenId", "At", "Kind", "Actor")
        SELECT "Id", "ImportedAt", 'Imported', 'operator' FROM "HardwareTokens";

        INSERT INTO "TokenEvents" ("TokenId", "AccountId", "At", "Kind", "Actor", "UserName")
        SELECT t."Id", t."AccountId", d."CreatedAt", 'Activated', u."Name", u."Name"
        FROM "HardwareTokens" t JOIN "MfaDevices" d ON d."Id" = t."DeviceId" JOIN "AspNetUsers" u ON u."Id" = d."UserId";
        """;
}
