using IamConsole.Core;
using IamConsole.Core.HardwareTokens;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.HardwareTokens;

/// <summary>Asks who gets the token.</summary>
public sealed partial class HandOutDialog
{
    private string? _userName;
    private Error? _error;
    private bool _wasOpen;

    [Inject] public required HandOutToken HandOut { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter, EditorRequired] public required TokenRow Token { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>With what was done, and how the user is told.</summary>
    [Parameter] public EventCallback<string> OnDone { get; set; }

    protected override void OnParametersSet()
    {
        if (Open && !_wasOpen) (_userName, _error) = (null, null);
        _wasOpen = Open;
    }

    private KeptDialog? Keep() => Open ? new("hand-out", Typed: _userName) : null;

    private async Task HandOutAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        var name = _userName?.Trim() ?? "";
        var done = await HandOut.RunAsync(await Session.CallerAsync(), Token.Id, name, ToTheEnd);
        if (done.Succeeded) await OnDone.InvokeAsync($"Token {Token.Serial} is handed out to {name}. {done.Note}");
        else if (!await StepUp.TakesAsync(done.Error!, $"hand out the token {Token.Serial} to {name}")) _error = done.Error;
    }
}
