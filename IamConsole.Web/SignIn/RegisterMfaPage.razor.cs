using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>Who must have a device and has none that counts: registers one inside the sign-in, or skips while that is allowed.</summary>
public sealed partial class RegisterMfaPage
{
    private static readonly (MfaDeviceKind Kind, string Label, string Description)[] Choices =
    [
        (MfaDeviceKind.SecurityKey, "Passkey or security key (recommended)", "Fingerprint, face, PIN, or a key that you plug in."),
        (MfaDeviceKind.Virtual, "Authenticator app", "A six-digit code from an app."),
        (MfaDeviceKind.Hardware, "Hardware TOTP token", "A six-digit code from a token given to you."),
    ];

    [Inject] public required SkipMfaRegistration Skip { get; set; }

    [Inject] public required BeginMfaRegistration Register { get; set; }

    /// <summary>The kind that was chosen, as the address of the next page names it.</summary>
    [SupplyParameterFromForm(FormName = "mfa-register")] public string? Kind { get; set; }

    protected override SignInNext Step => SignInNext.RegisterMfa;

    private static string Why(PendingSignInView view) =>
        view.IsRoot ? "The root user needs MFA."
        : view.Methods.Count > 0 ? "Your account no longer allows the kind of MFA device that you have."
        : "Your account requires MFA for every user with a password.";

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
        Navigation.NavigateTo(Kind is null ? "/register-mfa" : $"/register-mfa?kind={Uri.EscapeDataString(Kind)}");
    }
}
