namespace IamConsole.Core.Persistence;

/// <summary>
/// What EF cannot say about users in SQLite: figures and search index, kept by triggers. Harmless to run again; a migration
/// that makes the users' table anew loses its triggers and must run it at its end (a test looks for them).
/// </summary>
internal static class SqliteUserSql
{
    /// <summary>The triggers, by name.</summary>
    public static readonly IReadOnlyList<string> Triggers =
    [
        "UserCountsInserted", "UserCountsDeleted", "UserCountsUpdated", "UserSearchInserted", "UserSearchDeleted", "UserSearchUpdated",
    ];

    // The key is a table's own: the hidden row numbers of other tables change when the file is compacted.
    private static readonly string Search =
        """
        CREATE TABLE IF NOT EXISTS "UserSearchKeys" ("Key" INTEGER NOT NULL PRIMARY KEY, "UserId" TEXT NOT NULL UNIQUE);
        CREATE VIRTUAL TABLE IF NOT EXISTS "UserSearch" USING fts5("Name", "Path", tokenize = 'trigram');
        DELETE FROM "UserSearch";
        DELETE FROM "UserSearchKeys";
        INSERT INTO "UserSearchKeys" ("UserId") SELECT "Id" FROM "AspNetUsers" WHERE NOT "IsRoot";
        INSERT INTO "UserSearch" (rowid, "Name", "Path")
        SELECT k."Key", u."NormalizedName", u."Path" FROM "UserSearchKeys" k JOIN "AspNetUsers" u ON u."Id" = k."UserId";

        CREATE TRIGGER "UserSearchInserted" AFTER INSERT ON "AspNetUsers" WHEN NOT NEW."IsRoot" BEGIN
          INSERT INTO "UserSearchKeys" ("UserId") VALUES (NEW."Id");
          INSERT INTO "UserSearch" (rowid, "Name", "Path")
          SELECT "Key", NEW."NormalizedName", NEW."Path" FROM "UserSearchKeys" WHERE "UserId" = NEW."Id";
        END;
        CREATE TRIGGER "UserSearchDeleted" AFTER DELETE ON "AspNetUsers" WHEN NOT OLD."IsRoot" BEGIN
          DELETE FROM "UserSearch" WHERE rowid = (SELECT "Key" FROM "UserSearchKeys" WHERE "UserId" = OLD."Id");
          DELETE FROM "UserSearchKeys" WHERE "UserId" = OLD."Id";
        END;
        CREATE TRIGGER "UserSearchUpdated" AFTER UPDATE OF "NormalizedName", "Path" ON "AspNetUsers"
        WHEN NOT NEW."IsRoot" AND (OLD."NormalizedName" <> NEW."NormalizedName" OR OLD."Path" <> NEW."Path") BEGIN
          UPDATE "UserSearch" SET "Name" = NEW."NormalizedName", "Path" = NEW."Path"
          WHERE rowid = (SELECT "Key" FROM "UserSearchKeys" WHERE "UserId" = NEW."Id");
        END;
        """;

    // One writer at a time: one part is enough.
    private static readonly string Counts =
        $"""
         CREATE TRIGGER "UserCountsInserted" AFTER INSERT ON "AspNetUsers" WHEN NOT NEW."IsRoot" BEGIN
         {UserCountSql.Add("NEW", "", "0")}
         END;
         CREATE TRIGGER "UserCountsDeleted" AFTER DELETE ON "AspNetUsers" WHEN NOT OLD."IsRoot" BEGIN
         {UserCountSql.Add("OLD", "-", "0")}
         END;
         CREATE TRIGGER "UserCountsUpdated" AFTER UPDATE OF {UserCountSql.Watched} ON "AspNetUsers" WHEN NOT NEW."IsRoot" BEGIN
         {UserCountSql.Add("OLD", "-", "0")}
         {UserCountSql.Add("NEW", "", "0")}
         END;
         """;

    /// <summary>All of it, from whatever state.</summary>
    public static readonly string Up =
        $"""
         {string.Join('\n', Triggers.Select(name => $"DROP TRIGGER IF EXISTS \"{name}\";"))}
         {Search}
         {UserCountSql.Fill}
         {Counts}
         """;

    /// <summary>Takes it away again.</summary>
    public static readonly string Down =
        $"""
         {string.Join('\n', Triggers.Select(name => $"DROP TRIGGER IF EXISTS \"{name}\";"))}
         DROP TABLE "UserSearch";
         DROP TABLE "UserSearchKeys";
         """;
}
