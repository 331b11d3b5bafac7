using System.Globalization;
using IamConsole.Core.SignIn;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Dashboard;

/// <summary>Sign-ins by day, for who may read the audit trail.</summary>
public sealed partial class SignInActivity
{
    private static readonly BarSeries[] Kinds = [new("Successful", "passkey"), new("Wrong password", "wrong"), new("MFA failed", "none")];
    private IReadOnlyList<Bar>? _bars;
    private int _days = 14;

    [Inject] public required GetSignInActivity Activity { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => TryReadAsync(async () =>
    {
        var read = await NewestAsync((caller, ct) => Activity.RunAsync(caller, _days, ct));
        if (read.Succeeded) _bars = [.. read.Value.Select(BarOf)];
        else Navigation.Takes(read.Error);
    });

    private static Bar BarOf(SignInActivityDay day) => new(
        day.Day.ToString("d MMM", CultureInfo.InvariantCulture), [day.Successful, day.WrongPasswords, day.MfaFailed]);
}
