namespace IamConsole.Core.Persistence;

/// <summary>
/// What EF cannot say about users in PostgreSQL: figures kept by a trigger, and the index of the search. Harmless to run again.
/// </summary>
internal static class PostgresUserSql
{
    /// <summary>The trigger.</summary>
    public const string Trigger = "UserCountsChanged";

    // A server that does not have or does not give the extension still searches, by reading every name.
    private const string Search =
        """
        DO $$ BEGIN
          CREATE EXTENSION IF NOT EXISTS pg_trgm;
        EXCEPTION WHEN OTHERS THEN
          RAISE WARNING 'IAM Console: the extension pg_trgm could not be created (%). The search for users reads every name. Install it and run: CREATE EXTENSION pg_trgm', SQLERRM;
        END $$;
        DO $$ BEGIN
          IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
            CREATE INDEX IF NOT EXISTS "UserSearchByName" ON "AspNetUsers" USING gin ("NormalizedName" gin_trgm_ops);
            CREATE INDEX IF NOT EXISTS "UserSearchByPath" ON "AspNetUsers" USING gin (upper("Path") gin_trgm_ops);
          END IF;
        END $$;
        """;

    // Deferred to the commit: a part is held for an instant, and never while a transaction still waits for a user's row.
    private static readonly string Counts =
        $"""
         CREATE OR REPLACE FUNCTION iam_count_users() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
           IF TG_OP <> 'INSERT' THEN
             IF NOT OLD."IsRoot" THEN
         {UserCountSql.Add("OLD", "-", "pg_backend_pid() % 16")}
             END IF;
           END IF;
           IF TG_OP <> 'DELETE' THEN
             IF NOT NEW."IsRoot" THEN
         {UserCountSql.Add("NEW", "", "pg_backend_pid() % 16")}
             END IF;
           END IF;
           RETURN NULL;
         END $$;
         DROP TRIGGER IF EXISTS "{Trigger}" ON "AspNetUsers";
         CREATE CONSTRAINT TRIGGER "{Trigger}" AFTER INSERT OR DELETE OR UPDATE OF {UserCountSql.Watched} ON "AspNetUsers"
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION iam_count_users();
         """;

    /// <summary>All of it, from whatever state.</summary>
    public static readonly string Up = $"{Search}\n{UserCountSql.Fill}\n{Counts}";

    /// <summary>Takes it away again.</summary>
    public const string Down =
        $"""
         DROP TRIGGER IF EXISTS "{Trigger}" ON "AspNetUsers";
         DROP FUNCTION IF EXISTS iam_count_users();
         DROP INDEX IF EXISTS "UserSearchByName";
         DROP INDEX IF EXISTS "UserSearchByPath";
         """;
}
