using System.Globalization;
using System.Security.Cryptography;
using IamConsole.Core.Persistence;
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
    private string? _reference;
    private int _days = 14;

    [Inject] public required GetSignInActivity Activity { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required ILogger<SignInActivity> Logger { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var read = await Activity.RunAsync(await Session.CallerAsync(), _days, CancellationToken.None);
            if (read.Succeeded) (_bars, _reference) = ([.. read.Value.Select(BarOf)], null);
            else Navigation.Takes(read.Error);
        }
        catch (Exception error) when (PassingFault.Is(error))
        {
            _reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
            Logger.DashboardUnread(_reference, error);
        }
    }

    private static Bar BarOf(SignInActivityDay day) => new(
        day.Day.ToString("d MMM", CultureInfo.InvariantCulture), [day.Successful, day.WrongPasswords, day.MfaFailed]);
}
