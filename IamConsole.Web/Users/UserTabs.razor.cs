using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IamConsole.Web.Users;

/// <summary>The tabs of a user's page. Each is an address, so that a tab can be linked to and reloaded.</summary>
public sealed partial class UserTabs
{
    /// <summary>The panel below the tabs.</summary>
    public const string PanelId = "user-panel";

    /// <summary>In the query: which tab.</summary>
    public const string PermissionsTab = "permissions";

    private ElementReference _permissions;
    private ElementReference _credentials;

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>The user's page.</summary>
    [Parameter, EditorRequired] public required string Address { get; set; }

    /// <summary>Whether "Permissions" is open; otherwise "Security credentials".</summary>
    [Parameter] public bool Permissions { get; set; }

    /// <summary>The tab that names the panel.</summary>
    public static string IdOf(bool permissions) => permissions ? "tab-permissions" : "tab-security-credentials";

    private static string Selected(bool selected) => selected ? "true" : "false";

    // With two tabs both arrows lead to the other one.
    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key is not ("ArrowLeft" or "ArrowRight")) return;
        await (Permissions ? _credentials : _permissions).FocusAsync();
        Navigation.NavigateTo(Permissions ? Address : $"{Address}?tab={PermissionsTab}");
    }
}
