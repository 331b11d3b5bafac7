using Bunit;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.JSInterop;

namespace IamConsole.Tests.Web.Controls;

public sealed class LivePartTests : BunitContext
{
    [Fact]
    public void What_is_clicked_again_before_its_outcome_is_on_the_screen_is_done_once()
    {
        var part = Render<Part>();
        var answer = new TaskCompletionSource();
        part.Instance.Ask = () => answer.Task;
        var button = part.Find("button");

        _ = part.InvokeAsync(() =>
        {
            _ = button.ClickAsync(new());
            _ = button.ClickAsync(new());
        });
        Assert.Equal("busy", part.Find("p").TextContent);
        _ = button.ClickAsync(new());
        answer.SetResult();
        part.WaitForAssertion(() => Assert.Equal("idle", part.Find("p").TextContent));

        Assert.Equal(1, part.Instance.Acts);
    }

    [Fact]
    public async Task Two_clicks_that_were_sent_together_are_one_also_when_the_first_is_done_at_once()
    {
        var part = Render<Part>();
        part.Instance.Ask = () => Task.CompletedTask;

        // In one turn: the second is there before anything can be drawn.
        await part.InvokeAsync(() => Task.WhenAll(part.Instance.ActAsync(), part.Instance.ActAsync()));

        Assert.Equal(1, part.Instance.Acts);
        await part.WaitForStateAsync(() => part.Instance.IsFree);
        await part.InvokeAsync(part.Instance.ActAsync);
        Assert.Equal(2, part.Instance.Acts);
    }

    [Fact]
    public async Task The_newest_load_wins_whatever_comes_first()
    {
        var part = Render<Part>();
        var (slow, fast) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var first = part.InvokeAsync(() => part.Instance.LoadAsync(slow.Task));
        var second = part.InvokeAsync(() => part.Instance.LoadAsync(fast.Task));

        fast.SetResult("new");
        await second;
        slow.SetResult("old");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("new", part.Instance.Shown);
    }

    [Fact]
    public async Task Who_has_left_is_asked_nothing_told_nothing_and_no_fault_comes_of_it()
    {
        var part = Render<Part>();
        var instance = part.Instance;
        var answer = new TaskCompletionSource<string>();
        instance.Ask = async () =>
        {
            await answer.Task;
            throw new ObjectDisposedException("window");
        };
        var button = part.Find("button");
        _ = button.ClickAsync(new());
        var load = part.InvokeAsync(() => instance.LoadAsync(answer.Task));

        await DisposeComponentsAsync();
        Assert.True(instance.Token.IsCancellationRequested);
        answer.SetResult("late");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
        Assert.Null(instance.Shown);
        Assert.Equal(1, instance.Acts);
        await ((IHandleEvent)instance).HandleEventAsync(new EventCallbackWorkItem(instance.ActAsync), null);
        Assert.Equal(1, instance.Acts);
    }

    [Fact]
    public async Task A_browser_that_is_gone_is_no_fault_and_anything_else_is()
    {
        var part = Render<Part>();
        var handler = (IHandleEvent)part.Instance;

        await part.InvokeAsync(() => handler.HandleEventAsync(Failing(new JSDisconnectedException("gone")), null));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            part.InvokeAsync(() => handler.HandleEventAsync(Failing(new InvalidOperationException("a fault")), null)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            part.InvokeAsync(() => handler.HandleEventAsync(Failing(new ObjectDisposedException("still here")), null)));
    }

    private static EventCallbackWorkItem Failing(Exception error) => new(new Func<Task>(() => throw error));

    private sealed class Part : LivePart
    {
        public Func<Task> Ask { get; set; } = () => Task.CompletedTask;

        public int Acts { get; private set; }

        public string? Shown { get; private set; }

        public bool IsFree { get; private set; }

        public CancellationToken Token => Left;

        public async Task ActAsync()
        {
            using var act = BeginAct();
            if (act is null) return;
            (Acts, IsFree) = (Acts + 1, false);
            await Ask();
        }

        public async Task LoadAsync(Task<string> answer) => Shown = await NewLoad().Of(_ => answer);

        protected override void OnAfterRender(bool firstRender) => IsFree = !Acting;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, ActAsync));
            builder.CloseElement();
            builder.OpenElement(2, "p");
            builder.AddContent(3, Acting ? "busy" : "idle");
            builder.CloseElement();
        }
    }
}
