using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.Controls;

/// <summary>
/// What every page and part stands on that loads, acts or speaks with the browser. It lives until its page is left. After
/// that no event reaches it, no load shows anything, and whatever it still comes upon, a browser or a service that is gone,
/// is no fault. What must be given back then is given back in <see cref="LeaveAsync"/>.
/// </summary>
public abstract class LivePart : ComponentBase, IHandleEvent, IHandleAfterRender, IAsyncDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly Dictionary<string, Load> _loads = [];
    private int _begun = 1;
    private int _seen;
    private int? _freeAt;
    private bool _held;
    private bool _rendered;

    /// <summary>
    /// For changes. What has begun goes on, whoever leaves: a change that was cut off half-way, by somebody who believes it
    /// done or undone, would be worse than either.
    /// </summary>
    protected static CancellationToken ToTheEnd => CancellationToken.None;

    /// <summary>For questions: cancelled when the page is left.</summary>
    protected CancellationToken Left => _left.Token;

    /// <summary>The page was left.</summary>
    protected bool IsGone => _left.IsCancellationRequested;

    /// <summary>An act is under way: for spinners and held fields.</summary>
    protected bool Acting { get; private set; }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);

        // Not waited for, nor on this thread: some databases are told over the network that nobody wants an answer any more.
        _ = _left.CancelAsync();
        foreach (var load in _loads.Values) load.Dispose();
        try
        {
            await LeaveAsync();
        }
        catch (Exception error) when (IsFarewell(error))
        {
            // The window is gone and took it along.
        }
    }

    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        // Sent by the browser before it had shown that this part is no more.
        if (IsGone) return Task.CompletedTask;
        var handled = HandleAsync(item, arg);
        StateHasChanged();
        return handled.IsCompletedSuccessfully ? Task.CompletedTask : ShowAfterwardsAsync(handled);
    }

    Task IHandleAfterRender.OnAfterRenderAsync()
    {
        _seen++;
        if (_seen >= _freeAt) (_held, _freeAt) = (false, null);
        var first = !_rendered;
        _rendered = true;
        OnAfterRender(first);
        return EndureAsync(OnAfterRenderAsync(first));
    }

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters) => EndureAsync(base.SetParametersAsync(parameters));

    internal void Finish()
    {
        Acting = false;
        _ = FreeAsync();
    }

    /// <summary>
    /// Begins an act, which ends when the answer is disposed of. Null, and nothing is to be done, while another is under way or
    /// its outcome has not reached the screen: however often something is clicked, it is done once. Call it before the first await.
    /// </summary>
    protected Act? BeginAct()
    {
        if (_held || IsGone) return null;
        (_held, _freeAt, Acting) = (true, null, true);
        return new Act(this);
    }

    /// <summary>Begins a load: the load before it of the same method shows nothing any more.</summary>
    protected Load NewLoad([CallerMemberName] string name = "")
    {
        if (_loads.TryGetValue(name, out var former)) former.Dispose();
        var load = new Load();
        if (IsGone) load.Dispose();
        return _loads[name] = load;
    }

    /// <summary>Gives back what the part holds: script modules, subscriptions.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    /// <summary>Whether a failed event was said to the person, and the page can stay as it is.</summary>
    protected virtual bool Takes(Exception error) => false;

    /// <inheritdoc />
    protected sealed override bool ShouldRender()
    {
        _begun++;
        return true;
    }

    private bool IsFarewell(Exception error) => error is JSDisconnectedException
        || IsGone && error is OperationCanceledException or ObjectDisposedException or JSException;

    // Free when the browser has shown what came of it: a click from before that is a second click at the same thing. In a turn
    // of its own, when nothing of this part waits to be drawn: the next drawing shows it for certain.
    private async Task FreeAsync()
    {
        await Task.Yield();
        if (IsGone) return;
        _freeAt = _begun + 1;
        StateHasChanged();
    }

    private async Task HandleAsync(EventCallbackWorkItem item, object? arg)
    {
        try
        {
            await item.InvokeAsync(arg);
        }
        catch (Exception error) when (error is OperationCanceledException || IsFarewell(error) || Takes(error))
        {
            // Overtaken, left, or said already.
        }
    }

    private async Task EndureAsync(Task part)
    {
        try
        {
            await part;
        }
        catch (Exception error) when (error is OperationCanceledException || IsFarewell(error))
        {
            // Overtaken or left.
        }
    }

    private async Task ShowAfterwardsAsync(Task handled)
    {
        await handled;
        if (!IsGone) StateHasChanged();
    }
}
