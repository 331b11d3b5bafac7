using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>"Troubleshoot MFA": synchronises a device right in the sign-in.</summary>
public sealed partial class TroubleshootPage
{
    [Inject] public required ProveFactor Prove { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [SupplyParameterFromForm(Name = "Input")] private MfaForm? Form { get; set; }

    protected override SignInNext Step => SignInNext.Factor;

    private bool HasCodes => View?.Methods.Any(m => m.Kind is not MfaDeviceKind.SecurityKey) is true;

    private async Task ResyncAsync()
    {
        // A static page cannot tell when code 1 was typed: both count from now, which the search allows for.
        var now = Clock.GetUtcNow();
        var codes = new TwoCodes(Form?.Code1, now, Form?.Code2, now);
        await TakeAsync(await Prove.WithTwoCodesAsync(Token, Binding, codes, Client, Aborted));
    }
}
