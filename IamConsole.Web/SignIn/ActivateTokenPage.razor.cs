using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>To whom a hardware token was handed out: activates it inside the sign-in, or goes on without.</summary>
public sealed partial class ActivateTokenPage
{
    [Inject] public required ActivateToken Activate { get; set; }

    [Inject] public required SkipTokenActivation Skip { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [SupplyParameterFromForm(Name = "Input", FormName = "activate-token")] private MfaForm? Form { get; set; }

    protected override SignInNext Step => SignInNext.ActivateToken;

    private static string Otherwise(TokenOffer offer) =>
        !offer.IsOpen ? "Continue" : offer.LeadsToRegistration ? "Use another MFA device" : "Later";

    private async Task ActivateAsync()
    {
        // A static page cannot tell when code 1 was typed: both count from now, which the search allows for.
        var now = Clock.GetUtcNow();
        var codes = new TwoCodes(Form?.Code1, now, Form?.Code2, now);
        await TakeAsync(await Activate.RunAsync(Token, Binding, codes, Client, Aborted));
    }

    private async Task SkipAsync() => await TakeAsync(await Skip.RunAsync(Token, Binding, Client, Aborted));
}
