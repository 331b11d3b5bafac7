using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>Where the user is told of changes, and its change by an administrator.</summary>
public sealed partial class NoticeAddress
{
    private readonly string _formId = ElementId.Next("notice-address");
    private string? _typed;
    private Error? _error;
    private bool _editing;

    [Inject] public required ChangeNoticeAddress Change { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>Null while it is being read.</summary>
    [Parameter] public UserDetail? User { get; set; }

    [Parameter] public bool CanManage { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private async Task AskAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.UpdateUser, User!.Row.Id, Left);
        if (asked.Error is null) (_editing, _typed, _error) = (true, User.Email, null);
        else if (!Navigation.Takes(asked.Error)) Messages.Add(new FlashMessage(FlashKind.Error, asked.Error.Message));
    }

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null || User is not { } user) return;
        _error = null;
        var changed = await Change.RunAsync(await Session.CallerAsync(), user.Row.Id, _typed, ToTheEnd);
        if (changed.Succeeded) await ShowAsync(user);
        else if (!Navigation.Takes(changed.Error!)) _error = changed.Error;
    }

    private async Task ShowAsync(UserDetail user)
    {
        _editing = false;
        Messages.Add(new FlashMessage(FlashKind.Success, $"The e-mail address of {user.Row.Name} was saved."));
        await OnChanged.InvokeAsync();
    }
}
