using IamConsole.Core;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Permissions;
using IamConsole.Core.Totp;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.HardwareTokens;

/// <summary>One token: its facts, its history, what can be done with it.</summary>
public sealed partial class HardwareTokenPage
{
    private readonly Stack<long?> _before = new();
    private IReadOnlyDictionary<IamAction, string> _unavailable = new Dictionary<IamAction, string>();
    private TokenDetail? _token;
    private TokenAction? _action;
    private Error? _refusal;
    private string? _read;
    private long? _place;
    private bool _missing;
    private bool _handingOut;

    [Inject] public required GetHardwareToken Tokens { get; set; }

    [Inject] public required ListUnavailable Unavailable { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Parameter] public required string Serial { get; set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    // The address may be typed in another case.
    private string Shown => _token?.Row.Serial ?? Serial;

    private string Algorithm => $"{_token!.Profile.Algorithm switch { TotpAlgorithm.Sha1 => "SHA-1", TotpAlgorithm.Sha256 => "SHA-256", TotpAlgorithm.Sha512 => "SHA-512" }}, "
        + $"{_token.Profile.Digits} digits, {_token.Profile.PeriodSeconds} s";

    private IReadOnlyList<(string Text, string Value)> Items =>
        [.. _token!.Possible.Select(action => (TokenActionText.Name(action), action.ToString()))];

    private string? MenuReason => _unavailable.GetValueOrDefault(IamAction.UpdateHardwareToken)
        ?? (_token!.Possible.Count == 0 ? "Nothing can be done with a retired token" : null);

    private string? HandOutReason => _unavailable.GetValueOrDefault(IamAction.UpdateHardwareToken)
        ?? (_token!.CanBeHandedOut ? null : "Only an available token can be handed out");

    protected override async Task OnParametersSetAsync()
    {
        if (_read == Serial) return;
        (_read, _token, _refusal, _missing, _place) = (Serial, null, null, false, null);
        _before.Clear();
        _unavailable = await Unavailable.RunAsync(await Session.CallerAsync(), [IamAction.UpdateHardwareToken], Left);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = Serial;
        var read = await NewestAsync((caller, ct) => Tokens.RunAsync(caller, asked, _place, ct));
        if (asked != Serial) return;
        if (read.Succeeded) _token = read.Value;
        else if (read.Error == HardwareTokenErrors.NotInStock) _missing = true;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    // Asked before the dialog opens, so that a proof of identity that is too old is renewed before anything is typed.
    private async Task Choose(string value)
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.UpdateHardwareToken, null, Left);
        var action = Enum.Parse<TokenAction>(value);
        if (await StepUp.PermitsAsync(asked, TokenActionText.Purpose(action, Shown), "token", new KeptDialog(value))) _action = action;
    }

    private KeptDialog? Keep() => _handingOut ? new("hand-out") : _action is { } action ? new(action.ToString()) : null;

    private void Back(KeptDialog kept) =>
        (_handingOut, _action) = (kept.Open == "hand-out", Enum.TryParse<TokenAction>(kept.Open, out var action) ? action : null);

    private Task NextAsync()
    {
        _before.Push(_place);
        _place = _token?.HistoryBefore;
        return LoadAsync();
    }

    private Task PreviousAsync()
    {
        _place = _before.Pop();
        return LoadAsync();
    }

    private Task DoneAsync(TokenAction action)
    {
        _action = null;
        return SayAsync(TokenActionText.Done(action, Shown));
    }

    private Task HandedOutAsync(string outcome)
    {
        _handingOut = false;
        return SayAsync(outcome);
    }

    private Task SayAsync(string text)
    {
        Messages.Add(new FlashMessage(FlashKind.Success, text));
        (_place, _handingOut) = (null, false);
        _before.Clear();
        return LoadAsync();
    }
}
