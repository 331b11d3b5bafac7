using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>What would the console decide, and by which statement.</summary>
public sealed partial class SimulatorPage
{
    private const string ActionField = "Action";
    private const string MemberField = "Member";
    private const string ActionsId = "simulator-actions";
    private const string KeysId = "simulator-keys";

    private static readonly Error NoAction = new("ValidationError", "Enter an action.", ActionField);

    private readonly List<ContextKey> _context = [];
    private string? _user;
    private string? _action;
    private string? _resource = "*";
    private string? _member;
    private string? _draft;
    private Simulation? _result;
    private string? _asked;
    private Error? _error;
    private Error? _denied;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required SimulatePolicy Simulator { get; set; }

    [Inject] public required ListPermitted Permitted { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>Whose request to begin with.</summary>
    [SupplyParameterFromQuery(Name = "user")] public string? AskedUser { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _user = AskedUser;
        var caller = await Session.CallerAsync();
        if ((await Permitted.RunAsync(caller, [IamAction.SimulatePrincipalPolicy], Left)).Count > 0) return;
        var asked = await Gate.RunAsync(caller, IamAction.SimulatePrincipalPolicy, null, Left);
        if (asked.Error is { } error && !Navigation.Takes(error)) _denied = error;
    }

    private string? ErrorAt(string field) => _error?.MessageAt(field);

    private async Task SimulateAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        (_error, _result) = (null, null);
        var error = string.IsNullOrWhiteSpace(_action) ? NoAction : await RunAsync(await Session.CallerAsync(), _action);
        if (error is not null && !Navigation.Takes(error)) _error = error;
    }

    private async Task<Error?> RunAsync(Caller caller, string action)
    {
        var user = await Users.RunByNameAsync(caller, _user?.Trim() ?? "", Left);
        if (!user.Succeeded) return user.Error.Code == PermissionErrors.NoSuchUser.Code ? user.Error.At(UserErrors.NameField) : user.Error;
        var resource = string.IsNullOrWhiteSpace(_resource) ? "*" : _resource.Trim();
        string? memberId = null;
        if (!string.IsNullOrWhiteSpace(_member))
        {
            var member = await Users.RunByNameAsync(caller, _member.Trim(), Left);
            if (!member.Succeeded) return member.Error.Code == PermissionErrors.NoSuchUser.Code ? member.Error.At(MemberField) : member.Error;
            memberId = member.Value.Row.Id;
        }

        var simulated = await Simulator.RunAsync(
            caller, new SimulationRequest(user.Value.Row.Id, action, resource, ContextKeys.Read(_context), _draft, memberId), Left);
        if (!simulated.Succeeded) return simulated.Error;
        (_result, _asked) = (simulated.Value, $"{user.Value.Row.Name}: {action.Trim()} on {simulated.Value.Resource}");
        return null;
    }
}
