using Bunit;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace IamConsole.Tests.Web.Shell;

public sealed class ConsolePartTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_watch_looks_each_second_and_ends_with_the_session_without_a_word_in_the_trail()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var watcher = web.Render<Watcher>();
        var watching = watcher.InvokeAsync(watcher.Instance.WatchAsync);
        iam.Clock.Advance(Second);
        await watcher.WaitForStateAsync(() => watcher.Instance.Looks == 1, Patience);
        iam.Clock.Advance(Second);
        await watcher.WaitForStateAsync(() => watcher.Instance.Looks == 2, Patience);

        await iam.Get<SignOut>().RunAsync(root.Token, IamScenario.Client, IamScenario.Ct);
        var before = await iam.TrailAsync();
        iam.Clock.Advance(Second);

        await watching.WaitAsync(Patience, IamScenario.Ct);
        Assert.Equal(2, watcher.Instance.Looks);
        Assert.Equal(before.Count, (await iam.TrailAsync()).Count);
    }

    [Fact]
    public async Task A_watch_outlives_a_database_that_does_not_answer_and_ends_with_its_page_and_its_subject()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var watcher = web.Render<Watcher>();
        var instance = watcher.Instance;
        instance.Fault = new DatabaseBusyException();
        var watching = watcher.InvokeAsync(instance.WatchAsync);
        iam.Clock.Advance(Second);
        await watcher.WaitForStateAsync(() => instance.Looks == 1, Patience);
        instance.Fault = null;
        iam.Clock.Advance(Second);
        await watcher.WaitForStateAsync(() => instance.Looks == 2, Patience);
        instance.GoesOn = false;
        iam.Clock.Advance(Second);
        await watching.WaitAsync(Patience, IamScenario.Ct);

        instance.GoesOn = true;
        watching = watcher.InvokeAsync(instance.WatchAsync);
        await web.DisposeComponentsAsync();
        await watching.WaitAsync(Patience, IamScenario.Ct);
    }

    [Fact]
    public async Task What_could_not_be_read_leaves_a_reference_and_an_act_that_met_no_database_says_so()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var part = web.Render<Watcher>();

        await part.InvokeAsync(() => part.Instance.ReadAsync(() => throw new DatabaseBusyException()));
        Assert.Matches("^[0-9a-f]{12}$", part.Instance.Shown);
        await part.InvokeAsync(() => part.Instance.ReadAsync(() => Task.CompletedTask));
        Assert.Null(part.Instance.Shown);

        var busy = new EventCallbackWorkItem(new Func<Task>(() => throw new DatabaseBusyException()));
        await part.InvokeAsync(() => ((IHandleEvent)part.Instance).HandleEventAsync(busy, null));
        var flash = Assert.Single(web.Flashes);
        Assert.Equal("What you typed is kept", flash.Title);
        Assert.StartsWith(PersistenceErrors.Busy.Message, flash.Text, StringComparison.Ordinal);
    }

    private sealed class Watcher : ConsolePart
    {
        public int Looks { get; private set; }

        public bool GoesOn { get; set; } = true;

        public Exception? Fault { get; set; }

        public string? Shown => Reference;

        public Task WatchAsync() => WatchAsync(this, () => GoesOn, () =>
        {
            Looks++;
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        });

        public Task ReadAsync(Func<Task> read) => TryReadAsync(read);

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Looks);
    }
}
