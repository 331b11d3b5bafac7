using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Groups;
using IamConsole.Web.Sessions;
using IamConsole.Web.Users;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>Writes an inline policy of a user or group, new or anew. A page, not a dialog: Esc must not cost what was typed.</summary>
public sealed partial class InlinePolicyPage
{
    private readonly PolicyForm _form = new();
    private InlineOwner? _owner;
    private string? _name;
    private Error? _denied;
    private TextInput? _nameInput;
    private PolicyEditor? _editor;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required GetGroup Groups { get; set; }

    [Inject] public required ListUserPolicies UserPolicies { get; set; }

    [Inject] public required PutInlinePolicy Writing { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public string? UserName { get; set; }

    [Parameter] public string? GroupName { get; set; }

    /// <summary>The policy that is edited; null for a new one.</summary>
    [SupplyParameterFromQuery(Name = "name")] public string? PolicyName { get; set; }

    private bool IsUser => UserName is not null;

    private bool IsEdit => !string.IsNullOrEmpty(PolicyName);

    private string OwnerName => UserName ?? GroupName ?? "";

    private string Title => IsEdit ? $"Edit {PolicyName}" : "Create inline policy";

    private string Back => IsUser ? $"{UserAddress.Of(OwnerName)}?tab={UserTabs.PermissionsTab}" : GroupAddress.Of(OwnerName);

    protected override async Task OnInitializedAsync()
    {
        var error = await OpenAsync(await Session.CallerAsync());
        if (error is not null && !Navigation.Takes(error)) _denied = error;
    }

    private string Purpose => $"change the inline policies of {OwnerName}";

    private KeptPolicy? Keep() => _owner is null ? null : new(_name, null, null, _form.Document);

    private void Return(KeptPolicy kept)
    {
        _name = kept.Name;
        _form.Write(kept.Document);
    }

    private async Task<Error?> OpenAsync(Caller caller)
    {
        InlineOwner owner;
        Error? asked;
        if (IsUser)
        {
            var user = await Users.RunByNameAsync(caller, OwnerName, Left);
            if (!user.Succeeded) return user.Error;
            owner = InlineOwner.User(user.Value.Row.Id);
            asked = (await Gate.RunAsync(caller, IamAction.PutUserPolicy, owner.UserId, Left)).Error;
        }
        else
        {
            owner = InlineOwner.Group(OwnerName);
            asked = (await Gate.RunAsync(
                caller, IamAction.PutGroupPolicy, null, Left, account => Arn.Group(account, OwnerName))).Error;
        }

        if (asked is { } refusal && await StepUp.RefusesAsync(refusal, Purpose, Back) is { } refused) return refused;
        var read = await ReadAsync(caller, owner);
        if (read.Error is not null) return read.Error;
        if (IsEdit)
        {
            var policy = read.Value!.FirstOrDefault(p => p is { IsInline: true, Group: null } && p.Name == PolicyName);
            if (policy is null) return PolicyErrors.NotAttached;
            _name = policy.Name;
            _form.Write(policy.Document);
        }

        _owner = owner;
        return null;
    }

    private async Task<Result<IReadOnlyList<PrincipalPolicyRow>>> ReadAsync(Caller caller, InlineOwner owner)
    {
        if (owner.UserId is { } userId) return await UserPolicies.RunAsync(caller, userId, Left);
        var group = await Groups.RunAsync(caller, OwnerName, null, Left);
        return group.Succeeded ? group.Value.Policies.ToList() : group.Error;
    }

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null || _owner is not { } owner) return;
        _form.Error = null;
        var name = _name?.Trim();
        var saved = await Writing.RunAsync(await Session.CallerAsync(), owner, name, _form.Document, ToTheEnd);
        if (saved.Succeeded)
        {
            Messages.AddForNextPage(new FlashMessage(FlashKind.Success, $"Inline policy {name} of {OwnerName} saved."));
            GoTo(Back);
        }
        else if (!await StepUp.TakesAsync(saved.Error!, Purpose))
        {
            _form.Error = saved.Error;
            await (_form.Error!.Field == PolicyErrors.NameField ? _nameInput!.FocusAsync() : _editor!.FocusAsync());
        }
    }
}
