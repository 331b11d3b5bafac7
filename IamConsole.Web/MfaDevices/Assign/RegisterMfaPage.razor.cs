using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>The same wizard inside a sign-in that cannot go on without a device. Its session can do nothing else.</summary>
public sealed partial class RegisterMfaPage
{
    private string? _userId;
    private string _userName = "";
    private bool _assigned;
    private bool _focused;
    private ElementReference _finish;

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var user = await Session.UserAsync();
        (_userId, _userName) = (user.UserId(), user.Identity?.Name ?? "");
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_assigned || _focused) return;
        _focused = true;
        await _finish.FocusAsync();
    }

    private void Cancel() => Navigation.NavigateTo("/signin", forceLoad: true);
}
