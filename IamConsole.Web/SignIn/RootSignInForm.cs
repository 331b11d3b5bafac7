namespace IamConsole.Web.SignIn;

/// <summary>What root's two forms send: first the e-mail address, then both.</summary>
public sealed class RootSignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
