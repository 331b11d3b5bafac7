using IamConsole.Core;
using IamConsole.Core.HardwareTokens;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.HardwareTokens;

/// <summary>Says what an action means, then does it.</summary>
public sealed partial class TokenActionDialog
{
    private string? _typed;
    private Error? _error;

    [Inject] public required ChangeTokenState Change { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>What is asked about; null closes the dialog.</summary>
    [Parameter] public TokenAction? Action { get; set; }

    [Parameter, EditorRequired] public required TokenRow Token { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>It was done.</summary>
    [Parameter] public EventCallback<TokenAction> OnDone { get; set; }

    private KeptDialog? Keep() => Action is null ? null : new("action", Typed: _typed);

    private Task CancelAsync()
    {
        (_error, _typed) = (null, null);
        return OnClose.InvokeAsync();
    }

    private async Task DoAsync()
    {
        using var act = BeginAct();
        if (act is null || Action is not { } action) return;
        _error = null;
        var done = await Change.RunAsync(await Session.CallerAsync(), Token.Id, action, ToTheEnd);
        if (done.Succeeded) _typed = null;
        if (done.Succeeded) await OnDone.InvokeAsync(action);
        else if (!await StepUp.TakesAsync(done.Error!, TokenActionText.Purpose(action, Token.Serial))) _error = done.Error;
    }
}
