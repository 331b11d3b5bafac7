namespace IamConsole.Web.Groups;

/// <summary>Where user groups are.</summary>
public static class GroupAddress
{
    /// <summary>The page of the groups.</summary>
    public const string List = "/groups";

    /// <summary>A group's page.</summary>
    public static string Of(string name) => $"/groups/{Uri.EscapeDataString(name)}";
}
