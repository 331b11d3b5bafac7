namespace IamConsole.Web.KeyProgram;

/// <summary>Addresses of the security key program's pages.</summary>
internal static class KeyProgramAddress
{
    public const string Orders = "/security-keys";

    public const string Order = "/security-keys/order";

    public const string Register = "/security-credentials/assign-mfa";

    /// <summary>The orders with the course of this one below.</summary>
    public static string Of(string label) => $"{Orders}?order={Uri.EscapeDataString(label)}";
}
