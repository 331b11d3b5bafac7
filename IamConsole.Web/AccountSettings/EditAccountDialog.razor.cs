using IamConsole.Core;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using IamConsole.Web.Users;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.AccountSettings;

/// <summary>Changes the account's name and alias, or deletes the alias.</summary>
public sealed partial class EditAccountDialog
{
    private const string Purpose = "change the name or alias of the account";

    private readonly string _formId = ElementId.Next("edit-account");
    private string? _name;
    private string? _alias;
    private string? _oldAlias;
    private string _accountId = "";
    private Error? _error;
    private bool _open;

    [Inject] public required UpdateAccount Update { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required RelyingParty Site { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private string? WantedAlias => string.IsNullOrWhiteSpace(_alias) ? null : _alias.Trim();

    private bool AliasChanges => WantedAlias != _oldAlias;

    private string SignInUrl => SignInLink.For(Site, WantedAlias ?? _accountId);

    /// <summary>Opens with what is stored, once the gate lets the caller change it.</summary>
    public async Task OpenAsync(string name, string? alias, bool withoutAlias = false)
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.UpdateAccount, null, Left);
        if (!await StepUp.PermitsAsync(asked, Purpose, "account", new KeptDialog("edit", alias, name, withoutAlias ? null : alias))) return;
        (_name, _alias, _oldAlias, _error, _open) = (name, withoutAlias ? null : alias, alias, null, true);
        _accountId = (await Session.UserAsync()).FindFirst(ConsoleClaims.Account)?.Value ?? "";
        StateHasChanged();
    }

    private KeptDialog? Keep() => _open ? new("edit", _oldAlias, _name, _alias) : null;

    private async Task BackAsync(KeptDialog kept)
    {
        (_name, _alias, _oldAlias, _open) = (kept.Typed, kept.Chosen, kept.About, true);
        _accountId = (await Session.UserAsync()).FindFirst(ConsoleClaims.Account)?.Value ?? "";
    }

    private string? ErrorAt(string? field) => _error?.MessageAt(field);

    private void Close() => _open = false;

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null || !_open) return;
        var saved = await Update.RunAsync(await Session.CallerAsync(), _name, _alias, ToTheEnd);
        _error = saved.Error;
        if (saved.Error is { } error)
        {
            if (await StepUp.TakesAsync(error, Purpose)) _error = null;
            return;
        }

        _open = false;
        Messages.Add(new FlashMessage(FlashKind.Success, AliasChanges && WantedAlias is null ? "Account alias deleted." : "Account settings saved."));
        await OnChanged.InvokeAsync();

        // The frame knows the alias from when the page was loaded.
        if (AliasChanges) Navigation.Refresh(forceReload: true);
    }
}
