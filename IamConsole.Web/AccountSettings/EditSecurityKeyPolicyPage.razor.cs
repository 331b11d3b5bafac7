using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.AccountSettings;

/// <summary>The form of the policy for security keys. It says whose keys each choice would not let in any more before it is saved.</summary>
public sealed partial class EditSecurityKeyPolicyPage
{
    private const string Purpose = "change the policy for passkeys and security keys";

    private IReadOnlyList<KeyModelName> _known = [];
    private KeyPolicyForm? _form;
    private SecurityKeyPolicyEffect? _effect;
    private Error? _error;
    private Error? _denied;
    private string? _group;

    [Inject] public required MeasureSecurityKeyPolicy Measure { get; set; }

    [Inject] public required UpdateSecurityKeyPolicy Update { get; set; }

    [Inject] public required ListKeyModelNames Models { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    private IReadOnlyList<string> FreeGroups => _effect is null ? []
        : [.. _effect.GroupNames.Except(_form!.Groups.Select(g => g.Group!), StringComparer.OrdinalIgnoreCase)];

    protected override async Task OnInitializedAsync()
    {
        var caller = await Session.CallerAsync();
        var asked = await Gate.RunAsync(caller, IamAction.UpdateSecurityKeyPolicy, null, Left);
        _denied = await StepUp.RefusesAsync(asked, Purpose, SettingsAddress.Page);
        if (_denied is not null) return;
        var measured = await Measure.RunAsync(caller, null, Left);
        var known = await Models.RunAsync(caller, Left);
        if (known.Succeeded) _known = known.Value;
        if (measured.Succeeded) (_effect, _form) = (measured.Value, new KeyPolicyForm(measured.Value.Policy));
        else if (!Navigation.Takes(measured.Error)) _denied = measured.Error;
    }

    private KeptKeyPolicy? Keep() => _form is null ? null : new(_form.Wanted.Policy, [.. _form.Rules.Select(rule => rule.Typed)], _group);

    private Task BackAsync(KeptKeyPolicy kept)
    {
        (_form, _group) = (new KeyPolicyForm(kept.Policy), kept.Group);
        foreach (var (rule, typed) in _form.Rules.Zip(kept.Typed)) rule.Typed = typed;
        return MeasureAsync();
    }

    private string? ErrorAt(string field) => _error?.MessageAt(field);

    private async Task MeasureAsync()
    {
        var measured = await NewestAsync((caller, ct) => Measure.RunAsync(caller, _form!.Wanted, ct));

        // Whoever has just chosen "only these" is not told that there are none yet.
        _error = measured.Error?.Without(AccountSettingsErrors.NoModel);
        if (measured.Succeeded) _effect = measured.Value;
        else if (Navigation.Takes(measured.Error)) _error = null;
    }

    private Task AddGroupAsync()
    {
        if (string.IsNullOrEmpty(_group)) return Task.CompletedTask;
        _form!.AddGroup(_group);
        _group = null;
        return MeasureAsync();
    }

    private Task RemoveAsync(KeyRuleForm group)
    {
        _form!.Groups.Remove(group);
        return MeasureAsync();
    }

    private Task RefuseAsync(string status, bool refuses)
    {
        _form!.Refuse(status, refuses);
        return MeasureAsync();
    }

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null || _form is null) return;

        // A model that was typed and not added yet is meant.
        if (_form.Rules.ToList().FindAll(rule => !rule.AddTyped(_known)) is [_, ..])
        {
            await MeasureAsync();
            return;
        }

        var saved = await Update.RunAsync(await Session.CallerAsync(), _form.Wanted, ToTheEnd);
        _error = saved.Error;
        if (!saved.Succeeded)
        {
            if (await StepUp.TakesAsync(saved.Error!, Purpose)) _error = null;
            return;
        }

        Messages.AddForNextPage(new FlashMessage(FlashKind.Success, "The policy for passkeys and security keys was saved."));
        GoTo(SettingsAddress.Page);
    }
}
