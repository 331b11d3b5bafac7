using IamConsole.Core;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>Gives a user a console password, a new one, or takes it away.</summary>
public sealed partial class ManageConsoleAccessDialog
{
    private readonly string _formId = ElementId.Next("console-access");
    private readonly string _group = ElementId.Next("console-access");
    private ConsolePasswordFields? _passwordFields;
    private PasswordChoice _password = new();
    private Error? _error;
    private string? _generated;
    private bool _disable;
    private bool _done;
    private bool _wasOpen;

    [Inject] public required SetConsolePassword Passwords { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required RelyingParty Site { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter, EditorRequired] public required UserDetail User { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The user must be read again.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    private string Verb => _disable ? "Disable console access" : User.Row.HasConsoleAccess ? "Set password" : "Enable console access";

    protected override void OnParametersSet()
    {
        if (Open && !_wasOpen) Forget();
        _wasOpen = Open;
    }

    private void Forget() => (_password, _error, _generated, _disable, _done) = (new PasswordChoice(), null, null, false, false);

    private KeptAccess? Keep() => Open && !_done ? new(_disable, _password.IsGenerated, _password.MustChange) : null;

    // A password that was typed is not kept: it is typed again.
    private void Back(KeptAccess kept)
    {
        (_disable, _password) = (kept.Disable, new PasswordChoice { IsGenerated = kept.IsGenerated, MustChange = kept.MustChange });
        if (kept is { Disable: false, IsGenerated: false }) _error = UserErrors.TypePasswordAgain;
    }

    private Task CloseAsync()
    {
        Forget();
        return OnClose.InvokeAsync();
    }

    private Task PressAsync() => _done ? CloseAsync() : Task.CompletedTask;

    private async Task ApplyAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        await (_disable ? DisableAsync() : SetAsync());
    }

    private async Task DisableAsync()
    {
        var removed = await Passwords.RemoveAsync(await Session.CallerAsync(), User.Row.Id, ToTheEnd);
        if (removed.Error is not null) await RefuseAsync(removed.Error);
        else await FinishAsync($"Console access of {User.Row.Name} disabled.");
    }

    private async Task SetAsync()
    {
        var (password, generated) = (_password.Take(User.AccountPasswordPolicy), _password.IsGenerated);
        var set = await Passwords.RunAsync(await Session.CallerAsync(), User.Row.Id, password, _password.MustChange, ToTheEnd);
        if (set.Error is not null)
        {
            await RefuseAsync(set.Error);
            return;
        }

        var text = User.Row.HasConsoleAccess ? $"Console password of {User.Row.Name} changed." : $"Console access of {User.Row.Name} enabled.";
        if (generated) (_generated, _done) = (password, true);
        await FinishAsync(text);
    }

    private async Task FinishAsync(string text)
    {
        Messages.Add(new FlashMessage(FlashKind.Success, text));
        if (!_done) await CloseAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task RefuseAsync(Error error)
    {
        if (await StepUp.TakesAsync(error, $"{(_disable ? "disable the console access" : "set the console password")} of {User.Row.Name}")) return;
        _error = error;
        if (error.Field is not null && _passwordFields is not null) await _passwordFields.FocusAsync();
    }
}
