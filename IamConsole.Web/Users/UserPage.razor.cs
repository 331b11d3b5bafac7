using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>One user: summary, permissions, security credentials.</summary>
public sealed partial class UserPage
{
    private static readonly IamAction[] Offered = [IamAction.DeleteUser, IamAction.UpdateLoginProfile, IamAction.UpdateUser, IamAction.GetRefusedCode];

    private UserDetail? _user;
    private Error? _refusal;
    private string? _shown;
    private bool _missing;
    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private bool _deleting;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public required string UserName { get; set; }

    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    private bool ShowsPermissions => Tab == UserTabs.PermissionsTab;

    // The address may be typed in another case.
    private string Name => _user?.Row.Name ?? UserName;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == UserName) return;
        (_shown, _user, _refusal, _missing) = (UserName, null, null, false);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = UserName;
        _permitted = await Permitted.RunAsync(await Session.CallerAsync(), Offered, Left);
        var read = await NewestAsync((caller, ct) => Users.RunByNameAsync(caller, asked, ct));
        if (asked != UserName) return;
        if (read.Succeeded) _user = read.Value;
        else if (read.Error.Code == PermissionErrors.NoSuchUser.Code) _missing = true;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    // The summary counts the devices as well.
    private async Task CountedAsync(int devices)
    {
        if (_user is { } user && user.Row.SecurityKeys + user.Row.VirtualDevices + user.Row.HardwareTokens != devices) await LoadAsync();
    }

    private KeptDialog? Keep() => _deleting ? new("delete") : null;

    private void Deleted(UserRow user)
    {
        Messages.AddForNextPage(new FlashMessage(FlashKind.Success, $"User {user.Name} deleted."));
        GoTo(UserAddress.List);
    }
}
