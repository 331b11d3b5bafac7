using IamConsole.Core.SignIn;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>Root without a device: registers one inside the sign-in, or skips while that is allowed.</summary>
public sealed partial class RegisterMfaPage
{
    [Inject] public required SkipMfaRegistration Skip { get; set; }

    [Inject] public required BeginMfaRegistration Register { get; set; }

    protected override SignInNext Step => SignInNext.RegisterMfa;

    private async Task SkipAsync() => await TakeAsync(await Skip.RunAsync(Token, Binding, Client, Aborted));

    private async Task RegisterAsync()
    {
        var session = await Register.RunAsync(Token, Binding, Client, Aborted);
        if (!session.Succeeded)
        {
            Refuse(session.Error);
            return;
        }

        await SignInFlow.StartSessionAsync(Context, session.Value);
        Navigation.NavigateTo("/register-mfa");
    }
}
