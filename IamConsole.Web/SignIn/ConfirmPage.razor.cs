using IamConsole.Core;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>Asks for a factor again before a factor is changed.</summary>
public sealed partial class ConfirmPage
{
    private IReadOnlyList<MfaDeviceView>? _devices;
    private Error? _error;
    private IntentContent? _intent;

    [CascadingParameter] public required HttpContext Context { get; set; }

    [Inject] public required ConfirmIdentity Confirm { get; set; }

    [Inject] public required ListMfaDevices Devices { get; set; }

    [Inject] public required VerifyKeyAnswer Answers { get; set; }

    [Inject] public required StepUpIntents Intents { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")] public string? Back { get; set; }

    [SupplyParameterFromQuery(Name = "method")] public string? Method { get; set; }

    [SupplyParameterFromForm(Name = "Input")] private MfaForm? Form { get; set; }

    private Caller Caller => Context.User.Caller(Context.TraceIdentifier);

    private string UserId => Context.User.UserId();

    private bool HasKey => _devices!.Any(d => !IsCode(d));

    private bool HasCodes => _devices!.Any(IsCode);

    private bool AsksKey => HasKey && (!HasCodes || Method == "key" || Method is null && IsCode(LastUsed()) is false);

    protected override async Task OnInitializedAsync()
    {
        var listed = await Devices.RunAsync(Caller, UserId, Context.RequestAborted);
        if (listed.Succeeded) _devices = listed.Value;
        else _error = listed.Error;
        _intent = await Intents.ReadAsync(ResumeAddress.TokenOf(ReturnUrl.Local(Back)), Caller.SessionId, UserId, Context.RequestAborted);
    }

    private async Task SubmitAsync() => await TakeAsync(_devices!.Count > 0
        ? await Confirm.WithCodeAsync(Caller, UserId, Form?.Code, Context.RequestAborted)
        : await Confirm.WithPasswordAsync(Caller, UserId, Form?.Password ?? "", Context.RequestAborted));

    private async Task ByKeyAsync()
    {
        var answer = await Answers.RunAsync(new PendingUser(Caller.SessionId, UserId), Form?.Credential, Context.RequestAborted);
        await TakeAsync(await Confirm.WithPasskeyAsync(Caller, UserId, answer, Context.RequestAborted));
    }

    private async Task TakeAsync(Result<string> session)
    {
        _error = session.Error;
        if (_error == SignInErrors.Busy) SignInDoor.SayBusy(Context.Response);
        if (_error?.Code == PermissionErrors.SessionEnded.Code) _devices = null;
        if (!session.Succeeded) return;
        await SignInFlow.StartSessionAsync(Context, session.Value);
        Navigation.NavigateTo(ReturnUrl.Local(Back));
    }

    private MfaDeviceView LastUsed() => _devices!.OrderByDescending(d => d.LastUsedAt).First();

    private IReadOnlyList<string> NamesOf(bool keys) => [.. _devices!.Where(d => IsCode(d) != keys).Select(d => d.Name)];

    private static bool IsCode(MfaDeviceView device) => device.Kind is not MfaDeviceKind.SecurityKey;
}
