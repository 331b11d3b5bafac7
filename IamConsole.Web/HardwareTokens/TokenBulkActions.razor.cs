using IamConsole.Core;
using IamConsole.Core.BulkActions;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.HardwareTokens;

/// <summary>"Actions" over the selected tokens.</summary>
public sealed partial class TokenBulkActions
{
    private static readonly IReadOnlyList<(string Text, string Value)> Menu =
        [.. Enum.GetValues<TokenAction>().Select(action => (TokenActionText.Name(action), action.ToString()))];

    private TokenAction? _asked;
    private string? _typed;
    private Error? _error;

    [Inject] public required StartTokenAction Start { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>The chosen rows of the page.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<TokenRow> Selected { get; set; }

    /// <summary>How many tokens were chosen on all pages, or null when only those of the page.</summary>
    [Parameter] public int? All { get; set; }

    /// <summary>The list they were chosen from.</summary>
    [Parameter, EditorRequired] public required TokenQuery Query { get; set; }

    /// <summary>Why none of the actions can be begun, or null.</summary>
    [Parameter] public string? Missing { get; set; }

    [Parameter] public EventCallback OnStarted { get; set; }

    private int Count => All ?? Selected.Count;

    private string Purpose(TokenAction action) => TokenActionText.Purpose(action, Count);

    private KeptDialog? Keep() => _asked is { } asked ? new(asked.ToString(), Typed: _typed) : null;

    // A proof of identity that is too old is asked for now, not of each row in the background.
    private async Task AskAsync(string chosen)
    {
        using var act = BeginAct();
        if (act is null) return;
        var may = await Gate.RunAsync(await Session.CallerAsync(), IamAction.UpdateHardwareToken, null, Left);
        var action = Enum.Parse<TokenAction>(chosen);
        if (await StepUp.PermitsAsync(may, Purpose(action), "token-bulk", new KeptDialog(chosen))) (_asked, _error, _typed) = (action, null, null);
    }

    private async Task StartAsync()
    {
        using var act = BeginAct();
        if (act is null || _asked is not { } action) return;
        var tokens = All is null ? Selected.Select(row => row.Id).ToList() : null;
        var started = await Start.RunAsync(await Session.CallerAsync(), action, tokens, Query, ToTheEnd);
        if (started.Succeeded)
        {
            _asked = null;
            await OnStarted.InvokeAsync();
        }
        else if (!await StepUp.TakesAsync(started.Error, Purpose(action)))
        {
            _error = started.Error;
        }
    }
}
