using System.Diagnostics;
using System.Globalization;
using IamConsole.Core.BulkActions;
using IamConsole.Core.Consignments;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Consignments;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Scale;

/// <summary>
/// How long a sign-in takes, password (with the product's own hash) and code, alone and beside the longest background work:
/// medians and 95th percentiles in the test's output, no timed assertion. BESIDE_ROWS=100000 BESIDE_USERS=10000 for more.
/// </summary>
public sealed class BesideJobsFigures(ITestOutputHelper output)
{
    private static readonly int Rows = Set("BESIDE_ROWS", 3_000);
    private static readonly int Users = Set("BESIDE_USERS", 20);

    [Theory, BothDatabases]
    public async Task A_sign_in_beside_each_of_the_longest_jobs(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var users = new List<string>();
        for (var i = 0; i < Users; i++)
            users.Add((await iam.UserAsync(account, root, string.Create(CultureInfo.InvariantCulture, $"user{i:D5}"), hasPassword: false)).UserId);
        iam.Besides = services => services.AddSingleton(Argon2Cost.Default);
        await iam.RestartAsync();
        var alice = await iam.UserWithAuthenticatorAppAsync(account, root, "alice");

        await MeasureAsync(iam, alice, "alone", null);
        root = await iam.RenewAsync(root);
        var id = await ReadAsync(iam, root);
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, id, allOrNothing: true, IamScenario.Ct)).Ok();
        await MeasureAsync(iam, alice, $"beside an import of {Rows:N0}", iam.RunJobsAsync);
        root = await iam.RenewAsync(root);
        (await iam.Get<UndoConsignment>().RunAsync(root.Caller, id, IamScenario.Ct)).Ok();
        await MeasureAsync(iam, alice, $"beside undoing {Rows:N0}", iam.RunJobsAsync);
        root = await iam.RenewAsync(root);
        (await iam.Get<DiscardConsignment>().RunAsync(root.Caller, await ReadAsync(iam, root), IamScenario.Ct)).Ok();
        await MeasureAsync(iam, alice, $"beside discarding {Rows:N0}", iam.RunJobsAsync);
        root = await iam.RenewAsync(root);
        (await iam.Get<StartBulkAction>().RunAsync(root.Caller, new BulkAction(BulkActionKind.RemindOfMfa), users, new UserQuery(), IamScenario.Ct)).Ok();
        await MeasureAsync(iam, alice, $"beside an action on {Users:N0} users", iam.RunJobsAsync);
        Assert.True((await iam.VerifyAsync()).IsGood);

        async Task MeasureAsync(IamScenario of, Person person, string what, Func<Task>? job)
        {
            var running = job is null ? Task.CompletedTask : Task.Run(job);
            var times = new List<double>();
            while (times.Count < 20 || !running.IsCompleted)
            {
                of.Clock.Advance(TimeSpan.FromSeconds(30));
                var watch = Stopwatch.StartNew();
                (await of.TypeCodeAsync(await of.PendingAsync(person), person.App!.Code())).Ok();
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            await running;
            times.Sort();
            output.WriteLine(FormattableString.Invariant(
                $"{database}, {what}: median {times[times.Count / 2]:N0} ms, p95 {times[times.Count * 95 / 100]:N0} ms, worst {times[^1]:N0} ms, {times.Count} sign-ins"));
        }
    }

    private static async Task<string> ReadAsync(IamScenario iam, SignedIn by)
    {
        return (await iam.Get<ReadConsignment>().RunAsync(
            by.Caller, SeedCsvText.File(SeedCsvText.Rows(Rows)), new ConsignmentWish("order-1.csv", null, null, null), new SeedFileOptions(), null,
            IamScenario.Ct)).Ok().Id;
    }

    private static int Set(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
