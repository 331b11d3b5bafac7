using IamConsole.Web.HardwareTokens;

namespace IamConsole.Web.Consignments;

/// <summary>Where imports of hardware tokens are.</summary>
public static class ConsignmentAddress
{
    /// <summary>The first step: the file.</summary>
    public const string Begin = TokenAddress.List + "/~/import";

    /// <summary>The verdicts as a file.</summary>
    public const string Download = Begin + "/{id}/rows.csv";

    /// <summary>One import, from the review on.</summary>
    public static string Of(string id) => $"{Begin}/{Uri.EscapeDataString(id)}";

    /// <summary>Its verdicts as a file.</summary>
    public static string RowsOf(string id) => Of(id) + "/rows.csv";
}
