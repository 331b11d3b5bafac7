using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Sessions;

/// <summary>
/// A part of a page whose state outlives the question for a factor: it names itself, says what it holds, and is told when that
/// comes back. <typeparamref name="T"/> is written to the server: no password, code or seed belongs in it.
/// </summary>
public sealed class Kept<T> : LivePart where T : class, IKept
{
    private Func<object?> _read = null!;

    [Inject] public required StepUp StepUp { get; set; }

    /// <summary>Unique on its page.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>What the part holds; null when there is nothing to bring back.</summary>
    [Parameter, EditorRequired] public required Func<T?> State { get; set; }

    /// <summary>It came back.</summary>
    [Parameter, EditorRequired] public EventCallback<T> OnBack { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _read = () => State();
        StepUp.Add(Name, _read);
        if (await StepUp.RecallAsync<T>(Name) is { } state) await OnBack.InvokeAsync(state);
    }

    protected override ValueTask LeaveAsync()
    {
        StepUp.Remove(_read);
        return ValueTask.CompletedTask;
    }
}
