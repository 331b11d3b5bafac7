using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Policies;

/// <summary>Attaches one policy to a user or group that is named.</summary>
public sealed partial class AttachEntityDialog
{
    private const string Field = "Entity";
    private const string Group = "group";

    private string? _name;
    private Error? _error;
    private string? _kind;
    private bool _wasOpen;

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required AttachUserPolicy UserAttachment { get; set; }

    [Inject] public required AttachGroupPolicy GroupAttachment { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter, EditorRequired] public required PolicyRow Policy { get; set; }

    /// <summary>Which of the two may be offered.</summary>
    [Parameter, EditorRequired] public required IReadOnlySet<IamAction> Permitted { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>With the user's or group's name.</summary>
    [Parameter] public EventCallback<string> OnAttached { get; set; }

    protected override void OnParametersSet()
    {
        if (Open && !_wasOpen) (_name, _error, _kind) = (null, null, Permitted.Contains(IamAction.AttachGroupPolicy) ? Group : "user");
        _wasOpen = Open;
    }

    private KeptDialog? Keep() => Open ? new("attach", Typed: _name, Chosen: _kind) : null;

    private void Back(KeptDialog kept) => (_name, _kind) = (kept.Typed, kept.Chosen);

    private async Task AttachAsync()
    {
        using var act = BeginAct();
        if (act is null || _name?.Trim() is not { Length: > 0 } name) return;
        _error = null;
        var error = await AttachToAsync(name);
        if (error is null) await OnAttached.InvokeAsync(name);
        else if (!await StepUp.TakesAsync(error, $"attach the policy {Policy.Name} to {name}")) _error = error.Code == PermissionErrors.NoSuchUser.Code ? error.At(Field) : error;
    }

    private async Task<Error?> AttachToAsync(string name)
    {
        var caller = await Session.CallerAsync();
        if (_kind == Group) return (await GroupAttachment.RunAsync(caller, name, Policy.Arn, ToTheEnd)).Error;
        var user = await Users.RunByNameAsync(caller, name, Left);
        return user.Error ?? (await UserAttachment.RunAsync(caller, user.Value!.Row.Id, Policy.Arn, ToTheEnd)).Error;
    }
}
