using IamConsole.Core;
using IamConsole.Core.Groups;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Groups;

/// <summary>Creates an empty group.</summary>
public sealed partial class CreateGroupDialog
{
    private string? _name;
    private Error? _error;
    private bool _wasOpen;

    [Inject] public required CreateGroup Creation { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>With the group's name.</summary>
    [Parameter] public EventCallback<string> OnCreated { get; set; }

    protected override void OnParametersSet()
    {
        if (Open && !_wasOpen) (_name, _error) = (null, null);
        _wasOpen = Open;
    }

    private async Task CreateAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        var name = _name?.Trim();
        var created = await Creation.RunAsync(await Session.CallerAsync(), name, ToTheEnd);
        if (created.Succeeded) await OnCreated.InvokeAsync(name);
        else if (!Navigation.Takes(created.Error!)) _error = created.Error;
    }
}
