namespace IamConsole.Web.SignIn;

/// <summary>What the form for a new password sends.</summary>
public sealed class NewPasswordForm
{
    public string? NewPassword { get; set; }

    public string? Confirm { get; set; }
}
