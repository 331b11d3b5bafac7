using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>Writes a customer managed policy anew; what somebody else wrote meanwhile is not overwritten.</summary>
public sealed partial class EditPolicyPage
{
    private readonly PolicyForm _form = new();
    private PolicyDetail? _policy;
    private Error? _denied;
    private bool _missing;
    private PolicyEditor? _editor;

    [Inject] public required GetPolicy Policies { get; set; }

    [Inject] public required UpdatePolicy Update { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public required string PolicyName { get; set; }

    private string Attached => _policy!.Row.Attachments == 1 ? "1 entity" : $"{_policy.Row.Attachments} entities";

    protected override async Task OnInitializedAsync()
    {
        var caller = await Session.CallerAsync();
        var read = await Policies.RunAsync(caller, PolicyName, Left);
        if (!read.Succeeded)
        {
            _missing = read.Error.Code == PolicyErrors.NoSuchPolicy("").Code;
            if (!_missing && !Navigation.Takes(read.Error)) _denied = read.Error;
            return;
        }

        Result asked = read.Value.Row.IsBuiltIn ? PolicyErrors.BuiltIn
            : await Gate.RunAsync(caller, IamAction.CreatePolicyVersion, null, Left, _ => read.Value.Row.Arn);
        _denied = await StepUp.RefusesAsync(asked, Purpose, PolicyAddress.Of(PolicyName));
        if (asked.Succeeded || (_denied is null && await StepUp.IsBackAsync())) Open(read.Value);
    }

    private string Purpose => $"change the policy {PolicyName}";

    private KeptPolicy? Keep() => _policy is null ? null : new(PolicyName, null, null, _form.Document, _policy.Version);

    private void Back(KeptPolicy kept)
    {
        _policy = _policy! with { Version = kept.Version ?? _policy.Version };
        _form.Write(kept.Document);
    }

    private void Open(PolicyDetail policy)
    {
        _policy = policy;
        _form.Write(policy.Document);
    }

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null || _policy is not { } policy) return;
        _form.Error = null;
        var saved = await Update.RunAsync(
            await Session.CallerAsync(), policy.Row.Arn, policy.Version, _form.Document, ToTheEnd);
        if (saved.Succeeded)
        {
            Messages.AddForNextPage(new FlashMessage(FlashKind.Success, $"Policy {policy.Row.Name} saved as version {policy.Version + 1}."));
            GoTo(PolicyAddress.Of(policy.Row.Name));
        }
        else if (!await StepUp.TakesAsync(saved.Error!, Purpose))
        {
            _form.Error = saved.Error;
            if (_form.Error!.Field is not null && _editor is not null) await _editor.FocusAsync();
        }
    }
}
