using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Groups;

/// <summary>A page of a group's members, and the change of them.</summary>
public sealed partial class GroupMembers
{
    private MemberRow? _removing;
    private string? _name;
    private Error? _error;
    private bool _adding;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required AddUserToGroup Addition { get; set; }

    [Inject] public required RemoveUserFromGroup Removal { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter, EditorRequired] public required GroupDetail Group { get; set; }

    [Parameter] public bool CanAdd { get; set; }

    [Parameter] public bool CanRemove { get; set; }

    [Parameter] public bool HasPrevious { get; set; }

    [Parameter] public EventCallback OnPrevious { get; set; }

    [Parameter] public EventCallback OnNext { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private async Task AskAddAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _adding = await MayAsync(IamAction.AddUserToGroup, $"add a user to the group {Group.Row.Name}", new KeptDialog("add"));
        (_name, _error) = (null, null);
    }

    private async Task AskRemoveAsync(MemberRow member)
    {
        using var act = BeginAct();
        if (act is null) return;
        if (await MayAsync(IamAction.RemoveUserFromGroup, Removing(member), new KeptDialog("remove", member.UserId))) (_removing, _error) = (member, null);
    }

    private string Removing(MemberRow member) => $"remove {member.Name} from the group {Group.Row.Name}";

    private KeptDialog? Keep() => _adding ? new("add", Typed: _name) : _removing is { } member ? new("remove", member.UserId) : null;

    private void Back(KeptDialog kept) => (_adding, _name, _removing) = (
        kept.Open == "add", kept.Typed, kept.Open == "remove" ? Group.Members.FirstOrDefault(m => m.UserId == kept.About) : null);

    private async Task<bool> MayAsync(IamAction action, string purpose, KeptDialog wanted) => await StepUp.PermitsAsync(
        await Gate.RunAsync(
            await Session.CallerAsync(), action, null, Left, account => Arn.Group(account, Group.Row.Name)), purpose, "members", wanted);

    private Task AddAsync() => ChangeAsync(async caller =>
    {
        var user = await Users.RunByNameAsync(caller, _name?.Trim() ?? "", Left);
        if (!user.Succeeded) return user.Error.Code == PermissionErrors.NoSuchUser.Code ? user.Error.At(UserErrors.NameField) : user.Error;
        return (await Addition.RunAsync(caller, Group.Row.Name, user.Value.Row.Id, ToTheEnd)).Error;
    }, () => $"{_name?.Trim()} added to {Group.Row.Name}.");

    private Task RemoveAsync() => ChangeAsync(
        async caller => (await Removal.RunAsync(caller, Group.Row.Name, _removing!.UserId, ToTheEnd)).Error,
        () => $"{_removing!.Name} removed from {Group.Row.Name}.");

    private async Task ChangeAsync(Func<Caller, Task<Error?>> change, Func<string> done)
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        if (await change(await Session.CallerAsync()) is { } error)
        {
            if (!await StepUp.TakesAsync(error, _removing is { } member ? Removing(member) : $"add {_name?.Trim()} to the group {Group.Row.Name}")) _error = error;
            return;
        }

        Messages.Add(new FlashMessage(FlashKind.Success, done()));
        (_adding, _removing) = (false, null);
        await OnChanged.InvokeAsync();
    }
}
