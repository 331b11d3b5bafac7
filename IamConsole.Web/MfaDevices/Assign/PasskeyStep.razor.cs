using IamConsole.Core;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>The WebAuthn registration, inside the circuit: the challenge never leaves the server but as a challenge, and is used once.</summary>
public sealed partial class PasskeyStep
{
    // A call into the browser would end after one minute by itself.
    private static readonly TimeSpan Patience = KeyLimits.Ceremony;

    private bool _asking = true;
    private string? _error;
    private DateTimeOffset _until;
    private IJSObjectReference? _browser;

    [Inject] public required BeginKeyRegistration Begin { get; set; }

    [Inject] public required VerifyNewKey Verify { get; set; }

    [Inject] public required CheckNewKey Check { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required IJSRuntime Js { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired] public required AssignDeviceWizard State { get; set; }

    [Parameter, EditorRequired] public required string UserLabel { get; set; }

    /// <summary>What the key answered; null while it has not.</summary>
    [Parameter] public PasskeyFacts? Facts { get; set; }

    [Parameter] public EventCallback<PasskeyFacts?> FactsChanged { get; set; }

    /// <summary>The browser's dialog opened or closed.</summary>
    [Parameter] public EventCallback<bool> AskingChanged { get; set; }

    protected override void OnInitialized() => _until = Clock.GetUtcNow() + Patience;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await AskAsync();
    }

    protected override ValueTask LeaveAsync() => _browser.CloseAsync("cancel");

    private async Task AskAsync()
    {
        if (State.Enrolment is not { } enrolment) return;
        (_asking, _error, _until) = (true, null, Clock.GetUtcNow() + Patience);
        await AskingChanged.InvokeAsync(true);
        StateHasChanged();
        _browser ??= await Js.InvokeAsync<IJSObjectReference>("import", "./passkeys.js");
        var registration = await Begin.RunAsync(enrolment, UserLabel, ToTheEnd);
        var answer = await CreateAsync(registration.OptionsJson);
        var verified = answer is { Outcome: "ok", Credential: { } credential } ? await VerifyAsync(enrolment, registration, credential) : null;

        // Whoever has gone back meanwhile is not disturbed by the answer to what he left.
        if (State.Enrolment != enrolment) return;
        _asking = false;
        _error = verified is null ? BrowserAnswer.Explain(answer.Outcome) : verified.Error?.Message;
        await FactsChanged.InvokeAsync(verified?.Value);
        await AskingChanged.InvokeAsync(false);
        StateHasChanged();
    }

    private async Task<Result<PasskeyFacts>> VerifyAsync(DeviceEnrolment enrolment, KeyRegistration registration, string credential)
    {
        var facts = await Verify.RunAsync(registration, credential, ToTheEnd);
        var allowed = await Check.RunAsync(await Session.CallerAsync(), enrolment, facts, ToTheEnd);
        return allowed.Error is { } notAllowed ? notAllowed : facts;
    }

    private async Task<BrowserAnswer> CreateAsync(string options)
    {
        try
        {
            return await _browser!.InvokeAsync<BrowserAnswer>("create", Patience, options);
        }
        catch (OperationCanceledException)
        {
            return new BrowserAnswer("timeout", null);
        }
    }

    private Task CancelAsync() => _browser?.InvokeVoidAsync("cancel").AsTask() ?? Task.CompletedTask;
}
