using IamConsole.Core.MfaDevices;
using IamConsole.Core.Sessions;
using IamConsole.Web.Sessions;
using IamConsole.Web.SignIn;
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

    [Inject] public required ListMfaDevices Devices { get; set; }

    [Inject] public required ListMfaKinds Kinds { get; set; }

    /// <summary>The kind that was chosen a page before, as the sign-in names kinds.</summary>
    [SupplyParameterFromQuery(Name = "kind")] public string? KindName { get; set; }

    private MfaDeviceKind? Chosen => Enum.GetValues<MfaDeviceKind>().Cast<MfaDeviceKind?>().FirstOrDefault(kind => SignInFlow.MethodName(kind!.Value) == KindName);

    protected override async Task OnInitializedAsync()
    {
        var user = await Session.UserAsync();
        if (!user.HasClaim(SessionClaims.Kind, nameof(SessionKind.Enrolment)))
        {
            GoTo("/security-credentials/assign-mfa");
            return;
        }

        // A page that is loaded again after the device was assigned goes on where it was.
        var listed = await Devices.RunAsync(await Session.CallerAsync(), user.UserId(), Left);
        var allowed = await Kinds.RunAsync(await Session.CallerAsync(), user.UserId(), Left);
        _assigned = listed.Value?.Any(device => allowed.Value?.Contains(device.Kind) is true) is true;
        (_userId, _userName) = (user.UserId(), user.Identity?.Name ?? "");
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_assigned || _focused) return;
        _focused = true;
        await _finish.FocusAsync();
    }

    // The sign-in begins again from its first step.
    private void Leave() => GoTo("/signin", forceLoad: true);
}
