using IamConsole.Core;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using IamConsole.Web.Users;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>"Assign MFA device": for oneself, for root on his own, and for an administrator on another user.</summary>
public sealed partial class AssignMfaDevicePage
{
    private UserDetail? _user;
    private Error? _error;
    private int _round;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Parameter] public string? UserName { get; set; }

    private string Home => UserName is null ? "/security-credentials" : UserAddress.Of(UserName);

    private IReadOnlyList<Crumb> Trail => UserName is null
        ? [new Crumb("My security credentials", Home), new Crumb("Assign MFA device")]
        : [new Crumb("Users", UserAddress.List), new Crumb(UserName, Home), new Crumb("Assign MFA device")];

    protected override async Task OnInitializedAsync()
    {
        var caller = await Session.CallerAsync();
        var read = UserName is null
            ? await Users.RunAsync(caller, (await Session.UserAsync()).UserId(), Left)
            : await Users.RunByNameAsync(caller, UserName, Left);
        if (!read.Succeeded)
        {
            Refuse(read.Error);
            return;
        }

        // A fresh proof is asked for before anything is typed.
        var asked = await Gate.RunAsync(caller, IamAction.EnableMfaDevice, read.Value.Row.Id, Left);
        _error = await StepUp.RefusesAsync(asked, $"assign an MFA device to {read.Value.Row.Name}", Home);
        if (asked.Succeeded || await StepUp.IsBackAsync()) _user = read.Value;
    }

    private void Refuse(Error error)
    {
        if (!Navigation.Takes(error)) _error = error;
    }

    private void Leave() => GoTo(Home);

    private void Assigned(MfaDeviceView device)
    {
        _round++;
        Messages.AddForNextPage(new FlashMessage(
            FlashKind.Success,
            $"{device.Name} is registered. Up to 8 MFA devices of any kind may be registered; any one of them is enough to sign in.",
            "MFA device assigned", "Assign another device", new Uri(Navigation.Uri).AbsolutePath));
        GoTo(Home);
    }
}
