using IamConsole.Core.Permissions;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

/// <summary>The pages worth showing to who is signed in; each page asks again.</summary>
public sealed partial class SideNavigation
{
    private static readonly IamAction[] Devices = [IamAction.ListHardwareTokens, IamAction.ListSecurityKeyModels, IamAction.ListSecurityKeyOrders];

    private static readonly IamAction[] Reports =
        [IamAction.GetCredentialReport, IamAction.LookupEvents, IamAction.ListOutbox, IamAction.SimulatePrincipalPolicy];

    private static readonly IamAction[] Offered =
    [
        IamAction.ListUsers, IamAction.ListGroups, IamAction.ListPolicies, IamAction.GetMfaPolicy, .. Devices, .. Reports,
    ];

    private IReadOnlySet<IamAction> _permitted = new HashSet<IamAction>();

    [Inject] public required FrameState Frame { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    protected override async Task OnInitializedAsync() =>
        _permitted = await Permitted.RunAsync(await Session.CallerAsync(), Offered, Left);
}
