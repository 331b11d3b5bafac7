namespace IamConsole.Web.SignIn;

/// <summary>What the forms of the second step send.</summary>
public sealed class MfaForm
{
    public string? Code { get; set; }

    public string? Code1 { get; set; }

    public string? Code2 { get; set; }

    /// <summary>A passkey's answer as JSON.</summary>
    public string? Credential { get; set; }

    /// <summary>Confirmation by password, for who has no device.</summary>
    public string? Password { get; set; }
}
