using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>The last step for users who must change their password.</summary>
public sealed partial class ChangePasswordPage
{
    private string? _confirmError;

    [Inject] public required ChangePasswordAtSignIn Change { get; set; }

    [SupplyParameterFromForm(Name = "Input")] private NewPasswordForm? Form { get; set; }

    protected override SignInNext Step => SignInNext.ChangePassword;

    // What was typed stays while only its repetition was wrong.
    private string? RightPassword => _confirmError is null ? null : Form?.NewPassword;

    private async Task ChangeAsync()
    {
        if (!PasswordText.AreSame(Form?.NewPassword, Form?.Confirm)) _confirmError = UserErrors.PasswordsDiffer.Message;
        else await TakeAsync(await Change.RunAsync(Token, Binding, Form?.NewPassword ?? "", Client, Aborted));
    }
}
