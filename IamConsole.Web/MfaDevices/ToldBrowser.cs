using IamConsole.Core.Passkeys;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.MfaDevices;

/// <summary>
/// Shows nothing: tells the browser which of one's own passkeys are still good, whenever their number changes, so that a provider
/// no longer offers one that was removed here.
/// </summary>
public sealed class ToldBrowser : ConsolePart
{
    private int? _told;
    private IJSObjectReference? _browser;

    [Inject] public required DescribeAcceptedKeys Accepted { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required IJSRuntime Js { get; set; }

    /// <summary>The person at this browser.</summary>
    [Parameter, EditorRequired] public required string UserId { get; set; }

    /// <summary>How many devices there are; null while nobody knows.</summary>
    [Parameter] public int? Devices { get; set; }

    protected override ValueTask LeaveAsync() => _browser.CloseAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Devices is null || Devices == _told) return;
        _told = Devices;

        // The browser first: one that cannot be told costs no question to the database.
        _browser ??= await Js.InvokeAsync<IJSObjectReference>("import", "./passkeys.js");
        if (await _browser.InvokeAsync<bool?>("canSignal") is not true) return;
        var accepted = await Accepted.RunAsync(await Session.CallerAsync(), UserId, Left);
        if (accepted.Succeeded) await _browser.InvokeVoidAsync("signalAccepted", accepted.Value);
    }
}
