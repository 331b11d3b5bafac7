using IamConsole.Core;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Totp;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using IamConsole.Web.Users;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices;

/// <summary>One MFA device with everything that is known of it: one's own, or for an administrator that of another user.</summary>
public sealed partial class DevicePage
{
    private const string OwnDevices = "/security-credentials";

    private UserDetail? _user;
    private MfaDeviceDetail? _detail;
    private Error? _refusal;
    private (string?, string)? _read;
    private bool _missing;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required GetMfaDevice Devices { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>Whose device; null for one's own.</summary>
    [Parameter] public string? UserName { get; set; }

    [Parameter] public required string DeviceId { get; set; }

    /// <summary>The page of a device of one's own.</summary>
    public static string Own(string deviceId) => $"{OwnDevices}/devices/{Uri.EscapeDataString(deviceId)}";

    private string Home => UserName is null ? OwnDevices : UserAddress.Of(UserName);

    private string Title => _missing ? "Not found" : _detail?.Device.Name ?? "MFA device";

    private IReadOnlyList<Crumb> Trail => UserName is null
        ? [new Crumb("My security credentials", Home), new Crumb(Title)]
        : [new Crumb("Users", UserAddress.List), new Crumb(_user?.Row.Name ?? UserName, Home), new Crumb(Title)];

    private (StatusKind Kind, string Text) State => _detail! switch
    {
        { Device.IsDisabled: true, DisabledAt: { } at } => (StatusKind.Error, $"Disabled after too many wrong codes on {Moments.Exact(at)}"),
        { Device.IsDisabled: true } => (StatusKind.Error, "Disabled after too many wrong codes"),
        { SuspendedAt: { } at } => (StatusKind.Warning, $"Suspended by an administrator on {Moments.Exact(at)}"),
        _ => (StatusKind.Success, "Active"),
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (UserName, DeviceId)) return;
        (_read, _user, _detail, _refusal, _missing) = ((UserName, DeviceId), null, null, null, false);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var load = NewLoad();
        var caller = await Session.CallerAsync();
        var userId = (await Session.UserAsync()).UserId();
        var user = UserName is null
            ? await load.Of(ct => Users.RunAsync(caller, userId, ct))
            : await load.Of(ct => Users.RunByNameAsync(caller, UserName, ct));
        if (user.Succeeded) _user = user.Value;
        else if (user.Error.Code == PermissionErrors.NoSuchUser.Code) _missing = true;
        else if (!Navigation.Takes(user.Error)) _refusal = user.Error;
        if (!user.Succeeded) return;
        var read = await load.Of(ct => Devices.RunAsync(caller, user.Value.Row.Id, DeviceId, ct));
        if (read.Succeeded) _detail = read.Value;
        else if (read.Error == MfaDeviceErrors.NoSuchDevice) _missing = true;
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private static string Algorithm(TotpAlgorithm algorithm) => algorithm switch
    {
        TotpAlgorithm.Sha1 => "SHA-1",
        TotpAlgorithm.Sha256 => "SHA-256",
        TotpAlgorithm.Sha512 => "SHA-512",
    };

    private static string Clock(CodeDeviceFacts code) => code.DriftSteps switch
    {
        0 => "On time",
        < 0 => $"{Moments.Count(-code.DriftSteps * code.Profile.PeriodSeconds, "second")} slow",
        _ => $"{Moments.Count(code.DriftSteps * code.Profile.PeriodSeconds, "second")} fast",
    };
}
