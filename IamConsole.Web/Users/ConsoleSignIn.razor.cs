using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>How the user signs in, and "Manage console access".</summary>
public sealed partial class ConsoleSignIn
{
    private bool _managing;

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    [Inject] public required RelyingParty Site { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Null while it is being read.</summary>
    [Parameter] public UserDetail? User { get; set; }

    [Parameter] public bool CanManage { get; set; }

    [Parameter] public EventCallback OnChanged { get; set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    private string SignInUrl => SignInLink.For(Site, User!.AccountLabel);

    private string PasswordState => User?.Row.PasswordChangedAt is not { } changed ? "Not enabled"
        : $"Updated {Lower(Moments.Ago(changed, Now))} ({Moments.Exact(changed)}){(User.MustChangePassword ? "; must be changed at next sign-in" : "")}{Expiry}";

    private string Expiry => User?.PasswordExpiresAt is { } end ? $"; {(end <= Now ? "expired" : "expires")} on {Moments.Date(end)}" : "";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private KeptDialog? Keep() => _managing ? new("manage") : null;

    private async Task AskAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.UpdateLoginProfile, User!.Row.Id, Left);
        _managing = await StepUp.PermitsAsync(asked, $"manage the console access of {User.Row.Name}", "console-access", new KeptDialog("manage"));
    }
}
