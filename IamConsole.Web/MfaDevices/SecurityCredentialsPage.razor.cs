using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.MfaDevices;

/// <summary>"My security credentials": one's own password and devices, for IAM users and root.</summary>
public sealed partial class SecurityCredentialsPage
{
    private UserDetail? _user;
    private Error? _error;
    private int? _devices;
    private bool _changing;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    private bool HasDevices => _user is not null && (!_user.IsRoot || Partition.AllowsRootSignIn(_user.Partition));

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var userId = (await Session.UserAsync()).UserId();
        var read = await NewestAsync((caller, ct) => Users.RunAsync(caller, userId, ct));
        if (read.Succeeded) _user = read.Value;
        else if (!Navigation.Takes(read.Error)) _error = read.Error;
    }

    private string Warning(UserDetail user) => (_devices, user.IsRoot) switch
    {
        (0, false) when user.MfaDueAt is { } due => $"Your account requires MFA: from {Moments.Exact(due)} you cannot sign in without a device.",
        (0, true) => "With the password of the root user anyone can do anything in this account. Assign at least two devices.",
        (0, false) => "Whoever learns your password can sign in. Assign at least two devices.",
        (_, true) => "If you lose it, nobody in this account can let you in again. Register a second device.",
        _ => "If you lose it, an administrator must let you in again. Register a second device.",
    };

    private string PasswordAge(UserDetail user) => user.Row.PasswordChangedAt is { } changed
        ? $"Changed {Moments.Ago(changed, Clock.GetUtcNow()).ToLowerInvariant()}{(user.PasswordExpiresAt is { } end ? $"; expires on {Moments.Date(end)}" : "")}" : "No password";

    private async Task ChangedAsync()
    {
        _changing = false;
        Messages.Add(new FlashMessage(FlashKind.Success, "Your password is changed. Your other sessions have ended."));
        await LoadAsync();
    }
}
