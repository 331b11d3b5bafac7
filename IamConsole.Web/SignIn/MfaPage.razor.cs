using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.SignIn;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>The second step: a code, or a security key by the browser's dialog.</summary>
public sealed partial class MfaPage
{
    // Codes of eight digits exist; the server is strict either way.
    private const int MaxLength = 8;

    [Inject] public required ProveFactor Prove { get; set; }

    [Inject] public required VerifyKeyAnswer Answers { get; set; }

    [SupplyParameterFromQuery(Name = "method")] public string? Method { get; set; }

    [SupplyParameterFromForm(Name = "Input")] private MfaForm? Form { get; set; }

    protected override SignInNext Step => SignInNext.Factor;

    private SignInMethod? Chosen =>
        View?.Methods.FirstOrDefault(m => SignInFlow.MethodName(m.Kind) == Method) ?? (View is { Methods: [var first, ..] } ? first : null);

    private bool AsksKey => Chosen?.Kind is MfaDeviceKind.SecurityKey;

    private async Task ProveCodeAsync() =>
        await TakeAsync(await Prove.WithCodeAsync(Token, Binding, Form?.Code, Client, Aborted));

    private async Task ProveKeyAsync()
    {
        var answer = await Pending.FindUserAsync(Token, Binding, Aborted) is { } owner
            ? await Answers.RunAsync(owner, Form?.Credential, Aborted)
            : PasskeyErrors.TooLate;
        await TakeAsync(await Prove.WithPasskeyAsync(Token, Binding, answer, Client, Aborted));
    }

    private static MarkupString Explain(SignInMethod method)
    {
        // Device names are letters, digits and +=,.@-_ only; encoded all the same.
        var names = string.Join(" or ", method.DeviceNames.Select(n => $"<strong>{System.Net.WebUtility.HtmlEncode(n)}</strong>"));
        return new MarkupString(method.Kind is MfaDeviceKind.Hardware
            ? $"Enter the code that the hardware token {names} shows to complete the sign-in."
            : $"Enter the code that the app on {names} shows to complete the sign-in.");
    }
}
