namespace IamConsole.Web.SignIn;

/// <summary>What the IAM user's sign-in form sends.</summary>
public sealed class SignInForm
{
    public string? Account { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>"on" when checked: a plain checkbox has no other value.</summary>
    public string? Remember { get; set; }
}
