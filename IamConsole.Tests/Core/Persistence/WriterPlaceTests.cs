using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>Each way in which a transaction can end gives its place back once: SQLite has one writer, never two.</summary>
public sealed class WriterPlaceTests
{
    public static TheoryData<string> Ends => new("committed", "undone", "disposed twice", "commit cancelled", "refused", "refused when the caller had left");

    [Theory, MemberData(nameof(Ends))]
    public async Task However_a_transaction_ends_one_place_is_free_afterwards_and_no_more(string end)
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();

        await EndAsync(iam, root, end);

        // One comes in at once; the next one waits for him. (The driver never gives a thread back, so "at once" needs no clock.)
        await using var one = await iam.OpenAsync();
        var first = one.BeginWriteAsync(IamScenario.Ct);
        Assert.True(first.IsCompletedSuccessfully);
        await using var other = await iam.OpenAsync();
        var second = other.BeginWriteAsync(IamScenario.Ct);
        Assert.False(second.IsCompleted);
        await (await first).DisposeAsync();
        await (await second).DisposeAsync();
    }

    private static async Task EndAsync(IamScenario iam, SignedIn root, string end)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        switch (end)
        {
            case "refused":
                Assert.False((await iam.Get<DeleteGroup>().RunAsync(root.Caller, "nobody", IamScenario.Ct)).Succeeded);
                return;
            case "refused when the caller had left":
                using (var left = new CancellationTokenSource())
                {
                    await using var operation = await iam.Get<Gate>().BeginAsync(root.Caller, IamAction.CreateGroup, null, left.Token);
                    await left.CancelAsync();
                    await operation.RefuseAsync("CreateGroup", GroupErrors.NoSuchGroup);
                }

                Assert.Equal(("CreateGroup", GroupErrors.NoSuchGroup.Code), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Reason));
                return;
        }

        await using var db = await iam.OpenAsync();
        var transaction = await db.BeginWriteAsync(IamScenario.Ct);
        if (end == "committed") await transaction.CommitAsync(IamScenario.Ct);
        if (end == "commit cancelled") await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transaction.CommitAsync(cancelled.Token));
        await transaction.DisposeAsync();
        if (end == "disposed twice") await transaction.DisposeAsync();
    }
}
