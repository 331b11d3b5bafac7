using IamConsole.Core.Passkeys;
using IamConsole.Web.Controls;
using IamConsole.Web.Passkeys;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>The WebAuthn registration, inside the circuit: the challenge never leaves the server but as a challenge, and is used once.</summary>
public sealed partial class PasskeyStep : IAsyncDisposable
{
    // The time that the browser is given (PasskeyCeremonies). A call into the browser would end after one minute by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private bool _asking = true;
    private string? _error;
    private DateTimeOffset _until;
    private IJSObjectReference? _browser;

    [Inject] public required PasskeyCeremonies Ceremonies { get; set; }

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

    public ValueTask DisposeAsync() => _browser.CloseAsync("cancel");

    private async Task AskAsync()
    {
        if (State.Enrolment is not { } enrolment) return;
        (_asking, _error, _until) = (true, null, Clock.GetUtcNow() + Patience);
        await AskingChanged.InvokeAsync(true);
        StateHasChanged();
        _browser ??= await Js.InvokeAsync<IJSObjectReference>("import", "./passkeys.js");
        var options = await Ceremonies.BeginRegistrationAsync(enrolment.UserId, UserLabel);
        var answer = await CreateAsync(options.Json);
        var facts = answer is { Outcome: "ok", Credential: { } credential }
            ? await Ceremonies.FinishRegistrationAsync(credential, options.State, enrolment.UserId)
            : null;

        // Whoever has gone back meanwhile is not disturbed by the answer to what he left.
        if (State.Enrolment != enrolment) return;
        _asking = false;
        if (facts is null) _error = BrowserAnswer.Explain(answer.Outcome);
        await FactsChanged.InvokeAsync(facts);
        await AskingChanged.InvokeAsync(false);
        StateHasChanged();
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
