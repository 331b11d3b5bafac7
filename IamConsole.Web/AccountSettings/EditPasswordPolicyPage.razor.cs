using IamConsole.Core;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.AccountSettings;

/// <summary>The form of the password policy.</summary>
public sealed partial class EditPasswordPolicyPage
{
    private const string Purpose = "change the password policy of the account";

    private PasswordPolicyForm? _form;
    private Error? _error;
    private Error? _denied;
    private TextInput? _length;
    private TextInput? _days;
    private TextInput? _remembered;

    [Inject] public required GetAccountSettings Settings { get; set; }

    [Inject] public required UpdatePasswordPolicy Update { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var caller = await Session.CallerAsync();
        var asked = await Gate.RunAsync(caller, IamAction.UpdateAccountPasswordPolicy, null, Left);
        _denied = await StepUp.RefusesAsync(asked, Purpose, SettingsAddress.Page);
        if (_denied is not null) return;

        var read = await Settings.RunAsync(caller, Left);
        if (read.Succeeded) _form = new PasswordPolicyForm(read.Value.PasswordPolicy);
        else if (!Navigation.Takes(read.Error)) _denied = read.Error;
    }

    private string? ErrorAt(string field) => _error?.MessageAt(field);

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null || _form is null) return;
        var saved = await Update.RunAsync(await Session.CallerAsync(), _form.Wanted, ToTheEnd);
        _error = saved.Error;
        if (saved.Error is { } error)
        {
            if (!await StepUp.TakesAsync(error, Purpose)) await FocusAsync(error);
            return;
        }

        Messages.AddForNextPage(new FlashMessage(FlashKind.Success, "Password policy saved."));
        GoTo(SettingsAddress.Page);
    }

    private async Task FocusAsync(Error error) => await (error.Field switch
    {
        AccountSettingsErrors.LengthField => _length?.FocusAsync(),
        AccountSettingsErrors.DaysField => _days?.FocusAsync(),
        AccountSettingsErrors.RememberedField => _remembered?.FocusAsync(),
        _ => null,
    } ?? ValueTask.CompletedTask);
}
