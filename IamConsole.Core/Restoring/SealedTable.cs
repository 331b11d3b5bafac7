namespace IamConsole.Core.Restoring;

/// <summary>A column of encrypted values, as SQL that both databases understand.</summary>
/// <param name="Keys">Asks for the keys that were used; takes the four bytes that each value begins with.</param>
/// <param name="Of">The rows of one key; takes the key.</param>
internal sealed record SealedTable(string Keys, string Of)
{
    public static readonly SealedTable Devices = Named("MfaDevices", "ProtectedSeed");
    public static readonly SealedTable Tokens = Named("HardwareTokens", "ProtectedSeed");
    public static readonly SealedTable ConsignmentRows = Named("ConsignmentRows", "ProtectedSeed");
    public static readonly SealedTable Orders = Named("KeyOrders", "ProtectedAddress");

    private static SealedTable Named(string table, string column) => new(
        $$"""SELECT DISTINCT substr("{{column}}", 5, 16) AS "Value" FROM "{{table}}" WHERE substr("{{column}}", 1, 4) = {0}""",
        $$"""SELECT * FROM "{{table}}" WHERE substr("{{column}}", 5, 16) = {0}""");
}
