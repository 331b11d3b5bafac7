namespace IamConsole.Core.Persistence;

/// <summary>What a user adds to the figures of the account, in words that both databases understand.</summary>
internal static class UserCountSql
{
    /// <summary><see cref="Users.MfaStrength"/> of a row.</summary>
    public const string MfaStrength =
        """
        CASE WHEN "SecurityKeys" > 0 THEN 4 WHEN "HardwareTokens" > 0 THEN 3 WHEN "VirtualDevices" > 0 THEN 2 WHEN "PasswordHash" IS NOT NULL THEN 1 ELSE 0 END
        """;

    /// <summary>The figures that exist already, for a database older than they are.</summary>
    public static readonly string Fill =
        $"""
         DELETE FROM "UserCounts";
         INSERT INTO "UserCounts" ("AccountId", "Shard", {Columns})
         SELECT u."AccountId", 0, {string.Join(", ", Parts.Select(p => $"SUM({p.Value("u")})"))}
         FROM "AspNetUsers" u WHERE NOT u."IsRoot" GROUP BY u."AccountId";
         """;

    /// <summary>Columns that a change of which changes the figures.</summary>
    public const string Watched = "\"SecurityKeys\", \"VirtualDevices\", \"HardwareTokens\", \"PasswordHash\"";

    private static (string Column, Func<string, string> Value)[] Parts =>
    [
        ("Users", _ => "1"),
        ("WithMfa", r => When($"{Devices(r)} > 0")),
        ("WithoutMfa", r => When($"{Password(r)} AND {Devices(r)} = 0")),
        ("SecurityKeys", r => $"{r}.\"SecurityKeys\""),
        ("VirtualDevices", r => $"{r}.\"VirtualDevices\""),
        ("HardwareTokens", r => $"{r}.\"HardwareTokens\""),
        ("StrongestSecurityKey", r => When($"{Password(r)} AND {r}.\"SecurityKeys\" > 0")),
        ("StrongestVirtual", r => When($"{Password(r)} AND {r}.\"SecurityKeys\" + {r}.\"HardwareTokens\" = 0 AND {r}.\"VirtualDevices\" > 0")),
        ("StrongestHardware", r => When($"{Password(r)} AND {r}.\"SecurityKeys\" = 0 AND {r}.\"HardwareTokens\" > 0")),
    ];

    private static string Columns => string.Join(", ", Parts.Select(p => $"\"{p.Column}\""));

    /// <summary>Adds (<paramref name="sign"/> "") or takes away ("-") the trigger's row <paramref name="row"/> ("NEW", "OLD").</summary>
    public static string Add(string row, string sign, string shard) =>
        $"""
         INSERT INTO "UserCounts" ("AccountId", "Shard", {Columns})
         VALUES ({row}."AccountId", {shard}, {string.Join(", ", Parts.Select(p => $"{sign}({p.Value(row)})"))})
         ON CONFLICT ("AccountId", "Shard") DO UPDATE SET
           {string.Join(", ", Parts.Select(p => $"\"{p.Column}\" = \"UserCounts\".\"{p.Column}\" + excluded.\"{p.Column}\""))};
         """;

    private static string Devices(string row) => $"{row}.\"SecurityKeys\" + {row}.\"VirtualDevices\" + {row}.\"HardwareTokens\"";

    private static string Password(string row) => $"{row}.\"PasswordHash\" IS NOT NULL";

    private static string When(string condition) => $"CASE WHEN {condition} THEN 1 ELSE 0 END";
}
