namespace IamConsole.Web.HardwareTokens;

/// <summary>Where hardware tokens are.</summary>
public static class TokenAddress
{
    /// <summary>The page of the stock.</summary>
    public const string List = "/hardware-tokens";

    /// <summary>Where the rows of an action on many tokens are shown.</summary>
    public static string Bulk(string jobId) => $"{List}/~/bulk/{jobId}";

    /// <summary>A token's page. "~" stands before every other page below, and begins no serial number.</summary>
    public static string Of(string serial) => $"{List}/{Uri.EscapeDataString(serial)}";
}
