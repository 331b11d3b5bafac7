using System.Globalization;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.MfaDevices;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.HardwareTokens;

/// <summary>The button and dialog that find a token with a worn-off label. Whoever closes the dialog ends the search.</summary>
public sealed partial class FindByCodes
{
    private const string Purpose = "find a hardware token by its codes";

    private CodePair? _pair;
    private CodePairFields? _fields;
    private CancellationTokenSource? _search;
    private FoundTokens? _found;
    private string? _error;
    private int _searched;
    private int _percent;
    private bool _open;
    private bool _refocus;

    [Inject] public required FindTokenByCodes Find { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Why the reader may not search, or null.</summary>
    [Parameter] public string? DisabledReason { get; set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    private string Progress => string.Create(CultureInfo.InvariantCulture, $"Searching, {Moments.Count(_searched, "token")} so far");

    private string? Outcome => _found?.Rows.Count switch
    {
        null => null,
        0 => "No token shows these codes",
        1 => "One token shows these codes",
        var several => $"{several} tokens show these codes",
    };

    private AlertKind OutcomeKind => _found?.Rows.Count switch
    {
        1 => AlertKind.Success,
        > 1 => AlertKind.Warning,
        _ => AlertKind.Info,
    };

    private string Advice => _found?.Rows.Count switch
    {
        1 => "The codes can still be used.",
        > 1 => "All but one do so by chance. Search again with the next two codes.",
        _ => "Make sure that the two codes followed each other. Tokens that are lost or retired, and those of other accounts, are not searched.",
    };

    private string Searched => _found is not { } found ? "" : string.Concat(
        $"{Moments.Count(found.Searched, "token")} {(found.Searched == 1 ? "was" : "were")} searched",
        found.HasMore ? "; there are more, which were not." : ".",
        found.Unreadable == 0 ? "" : $" The seeds of {Moments.Count(found.Unreadable, "token")} could not be read.");

    protected override ValueTask LeaveAsync()
    {
        _search?.Cancel();
        return ValueTask.CompletedTask;
    }

    // The form makes way for the progress and comes back: only then is there a field to stand in.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_refocus || _fields is null) return;
        _refocus = false;
        await _fields.FocusAsync();
    }

    // Asked before anything is typed, so that a proof of identity that is too old is renewed first.
    private async Task OpenAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.FindHardwareToken, null, Left);
        if (await StepUp.PermitsAsync(asked, Purpose, "find", new KeptDialog("find"))) Open();
    }

    // The codes are not kept: they are proofs, and too old by then.
    private KeptDialog? Keep() => _open ? new("find") : null;

    private void Open()
    {
        _open = true;
        Begin();
    }

    private void Begin() => (_pair, _found, _error) = (new CodePair(Clock), null, null);

    private void Close()
    {
        _search?.Cancel();
        (_open, _pair, _found, _error) = (false, null, null, null);
    }

    private async Task FindAsync()
    {
        using var act = BeginAct();
        if (act is null || _pair is not { } pair) return;
        using var search = new CancellationTokenSource();
        (_search, _error, _searched, _percent) = (search, null, 0, 0);
        try
        {
            var result = await Find.RunAsync(await Session.CallerAsync(), pair.Codes, TellAsync, search.Token);
            if (result.Succeeded) _found = result.Value;
            else if (!await StepUp.TakesAsync(result.Error, Purpose) && !pair.Take(result.Error)) _error = result.Error.Message;
        }
        catch (OperationCanceledException)
        {
            // Closed: the dialog shows nothing any more.
        }
        finally
        {
            (_search, _refocus) = (null, _found is null && _open);
        }
    }

    private Task TellAsync(int searched, int expected) => InvokeAsync(() =>
    {
        (_searched, _percent) = (searched, (int)(100L * searched / expected));
        StateHasChanged();
    });
}
