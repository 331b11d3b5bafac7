using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Dashboard;

/// <summary>Where everybody arrives: what to do next, and the state of the account for who may see it.</summary>
public sealed partial class DashboardPage
{
    private static readonly IamAction[] Offered =
    [
        IamAction.ListUsers, IamAction.CreateUser, IamAction.UpdateAccount, IamAction.LookupEvents, IamAction.GetCredentialReport,
        IamAction.ListHardwareTokens, IamAction.ListMfaDevices,
    ];

    private AccountSummary? _summary;
    private IReadOnlyList<Recommendation>? _recommendations;
    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();
    private bool _administers;
    private bool _loading;

    [Inject] public required GetAccountSummary Summary { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _permitted = await Permitted.RunAsync(await Session.CallerAsync(), Offered, Left);
        _administers = _permitted.Contains(IamAction.ListUsers);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _loading = true;
        await TryReadAsync(async () =>
        {
            var read = await NewestAsync((caller, ct) => Summary.RunAsync(caller, ct));
            if (read.Succeeded) await ShowAsync(read.Value);
            else Navigation.Takes(read.Error);
        });
        _loading = false;
    }

    private async Task ShowAsync(AccountSummary summary)
    {
        var person = await Session.UserAsync();
        _summary = summary;

        // Rights may have changed since the session began; the gate's answer counts.
        _administers = summary.Figures is not null;
        _recommendations = Recommendations.For(summary, ConsoleClaims.NameOf(person), person.IsRootUser());
    }
}
