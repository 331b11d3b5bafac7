namespace IamConsole.Web.Users;

/// <summary>Where a user's page is.</summary>
public static class UserAddress
{
    /// <summary>The page of the users.</summary>
    public const string List = "/users";

    /// <summary>The page that creates one.</summary>
    public const string Create = "/users/create";

    /// <summary>A user's page. No name holds a tilde, so the user "create" has a page as well.</summary>
    public static string Of(string userName) =>
        (userName.Equals("create", StringComparison.OrdinalIgnoreCase) ? "/users/~/" : "/users/") + Uri.EscapeDataString(userName);

    /// <summary>The page of one of the user's MFA devices.</summary>
    public static string Device(string userName, string deviceId) => $"/users/{Uri.EscapeDataString(userName)}/devices/{Uri.EscapeDataString(deviceId)}";

    /// <summary>The wizard that assigns a device to the user.</summary>
    public static string AssignMfa(string userName) => $"/users/{Uri.EscapeDataString(userName)}/assign-mfa";
}
