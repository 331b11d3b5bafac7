namespace IamConsole.Core.Persistence.Migrations;

/// <summary>The flag of administrators becomes an attached policy; everybody else keeps managing himself.</summary>
internal static class AdministratorsToPolicies
{
    public const string Up = """
        INSERT INTO "PolicyAttachments" ("Id", "AccountId", "UserId", "GroupId", "PolicyArn")
        SELECT 'migrated-' || u."Id", u."AccountId", u."Id", NULL,
            'arn:' || a."Partition" || ':iam::aws:policy/'
            || CASE WHEN u."IsAdministrator" THEN 'AdministratorAccess' ELSE 'SelfManageSignIn' END
        FROM "AspNetUsers" u JOIN "Accounts" a ON a."Id" = u."AccountId"
        WHERE NOT u."IsRoot"
        """;
}
