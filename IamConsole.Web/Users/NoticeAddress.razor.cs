using IamConsole.Core;
using IamConsole.Core.Notices;
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

    [Inject] public required NoticeRoutes Routes { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>Null while it is being read.</summary>
    [Parameter] public UserDetail? User { get; set; }

    [Parameter] public bool CanManage { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private string Purpose => $"change the e-mail address of {User?.Row.Name}";

    private KeptDialog? Keep() => _editing ? new("edit", Typed: _typed) : null;

    private async Task AskAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.UpdateUser, User!.Row.Id, Left);
        if (await StepUp.PermitsAsync(asked, Purpose, "notice-address", new KeptDialog("edit", Typed: User.Email)))
            (_editing, _typed, _error) = (true, User.Email, null);
    }

    private async Task SaveAsync()
    {
        using var act = BeginAct();
        if (act is null || User is not { } user) return;
        _error = null;
        var changed = await Change.RunAsync(await Session.CallerAsync(), user.Row.Id, _typed, ToTheEnd);
        if (changed.Succeeded) await ShowAsync(user);
        else if (!await StepUp.TakesAsync(changed.Error!, Purpose)) _error = changed.Error;
    }

    private async Task ShowAsync(UserDetail user)
    {
        _editing = false;
        Messages.Add(new FlashMessage(FlashKind.Success, $"The e-mail address of {user.Row.Name} was saved.{(Routes.SendsMail ? null : " No mail goes out: this console has no mail server.")}"));
        await OnChanged.InvokeAsync();
    }
}
