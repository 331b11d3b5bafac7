using IamConsole.Core;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.AccountSettings;

/// <summary>The form of the MFA policy. It says whom each choice catches before it is saved.</summary>
public sealed partial class EditMfaPolicyPage
{
    private const string Purpose = "change the MFA policy of the account";

    private MfaPolicyForm? _form;
    private MfaPolicyEffect? _effect;
    private Error? _error;
    private Error? _denied;
    private bool _confirming;
    private TextInput? _grace;

    [Inject] public required MeasureMfaPolicy Measure { get; set; }

    [Inject] public required UpdateMfaPolicy Update { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    private string? Concerns => _effect is null ? null
        : $"Applies to {Moments.Count(_effect.Concerned, "user")}, {_effect.NotCompliant} of them without a device that counts.";

    protected override async Task OnInitializedAsync()
    {
        var caller = await Session.CallerAsync();
        var asked = await Gate.RunAsync(caller, IamAction.UpdateMfaPolicy, null, Left);
        _denied = await StepUp.RefusesAsync(asked, Purpose, SettingsAddress.Page);
        if (_denied is not null) return;
        var measured = await Measure.RunAsync(caller, null, Left);
        if (measured.Succeeded) (_effect, _form) = (measured.Value, new MfaPolicyForm(measured.Value.Policy));
        else if (!Navigation.Takes(measured.Error)) _denied = measured.Error;
    }

    private async Task BackAsync(MfaPolicyForm kept)
    {
        _form = kept;
        await MeasureAsync();
    }

    private string? ErrorAt(string field) => _error?.MessageAt(field);

    private Task RequireAsync(bool required) => ChangeAsync(form => form.IsRequired = required);

    private Task GraceAsync(string? days) => ChangeAsync(form => form.GraceDays = days);

    private Task AllowAsync(Action change) => ChangeAsync(_ => change());

    private async Task ChangeAsync(Action<MfaPolicyForm> change)
    {
        change(_form!);
        await MeasureAsync();
    }

    private async Task<bool> MeasureAsync()
    {
        var measured = await NewestAsync((caller, ct) => Measure.RunAsync(caller, _form!.Wanted, ct));
        _error = measured.Error;
        if (measured.Succeeded) _effect = measured.Value;
        else if (Navigation.Takes(measured.Error)) _error = null;
        return measured.Succeeded;
    }

    // Measured once more: a form may have been open for an hour.
    private async Task AskAsync()
    {
        using var act = BeginAct();
        if (act is null || _form is null) return;
        if (!await MeasureAsync())
        {
            if (_error?.Field == AccountSettingsErrors.GraceField && _grace is not null) await _grace.FocusAsync();
        }
        else if (_effect!.CaughtNow > 0)
        {
            _confirming = true;
        }
        else
        {
            await StoreAsync();
        }
    }

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is not null) await StoreAsync();
    }

    private async Task StoreAsync()
    {
        var saved = await Update.RunAsync(await Session.CallerAsync(), _form!.Wanted, ToTheEnd);
        (_confirming, _error) = (false, saved.Error);
        if (!saved.Succeeded)
        {
            if (await StepUp.TakesAsync(saved.Error, Purpose)) _error = null;
            return;
        }

        var ended = saved.Value.SessionsEnded;
        Messages.AddForNextPage(new FlashMessage(FlashKind.Success,
            ended == 0 ? "MFA policy saved." : $"MFA policy saved. {Moments.Count(ended, "user")} must register a device at the next sign-in."));
        GoTo(SettingsAddress.Page);
    }
}
