using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>The last step for users who must change their password.</summary>
public sealed partial class ChangePasswordPage
{
    [Inject] public required ChangePasswordAtSignIn Change { get; set; }

    [SupplyParameterFromForm(Name = "Input")] private NewPasswordForm? Form { get; set; }

    protected override SignInNext Step => SignInNext.ChangePassword;

    // What was typed stays while only its repetition was wrong.
    private string? RightPassword =>
        Error is not null && ErrorAt(SignInErrors.NewPasswordField) is null && ErrorAt(UserErrors.ConfirmField) is not null
            ? Form?.NewPassword : null;

    private async Task ChangeAsync() => await TakeAsync(await Change.RunAsync(
        Token, Binding, Form?.NewPassword ?? "", Client, Aborted, PasswordText.AreSame(Form?.NewPassword, Form?.Confirm)));
}
