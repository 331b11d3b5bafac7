using System.Diagnostics;
using System.Globalization;
using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Sessions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>
/// Security bar T28: very many open windows from one address. IAM_IDLE_CIRCUITS=1000 in the environment makes as many as the
/// bar wants; the figures are in the test's output.
/// </summary>
public sealed class ManyCircuitsTests
{
    private const int Rounds = 40;
    private const string Password = "one of a thousand windows";
    private static readonly int Circuits = int.Parse(Environment.GetEnvironmentVariable("IAM_IDLE_CIRCUITS") ?? "100", CultureInfo.InvariantCulture);

    [Fact]
    public async Task T28_idle_circuits_from_one_address_hold_bounded_memory_and_others_sign_in_as_fast_as_before()
    {
        await using var org = await Organisation.OpenAsync();
        var people = await PeopleAsync(org, (Circuits + WindowLimit.Windows - 1) / WindowLimit.Windows);
        await SignInAsync(org, Rounds);
        var (without, before) = (await SignInAsync(org, Rounds), GC.GetTotalMemory(forceFullCollection: true));
        var watch = Stopwatch.StartNew();
        var windows = new List<CircuitClient>();
        foreach (var person in people)
        {
            var page = await person.Client.GetAsync("/security-credentials");
            var opened = Enumerable.Range(0, Math.Min(WindowLimit.Windows, Circuits - windows.Count)).Select(_ => OpenAsync(org, person));
            windows.AddRange(await Task.WhenAll(opened));
            await Parallel.ForEachAsync(windows.TakeLast(WindowLimit.Windows), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (window, _) =>
            {
                if (window.Received.Any()) return;
                Assert.NotNull(await window.StartAsync(org.Server.Url, page));
                Assert.True(await window.WaitForAsync(m => m.Target == "JS.EndUpdateRootComponents"));
            });
        }

        var started = watch.Elapsed;
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / Circuits / 1024;
        var with = await SignInAsync(org, Rounds);

        var hungUp = windows.Count(w => w.HungUp);
        foreach (var window in windows) await window.DisposeAsync();

        // The machine's mood changes meanwhile: the slower of before and after is what it is like without them.
        var after = await SignInAsync(org, Rounds);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Circuits} circuits started in {started.TotalSeconds:N1} s, {held} KiB each with its client; p95 of a password step {without:N1} ms before, {with:N1} ms with them, {after:N1} ms after"));
        Assert.Equal((Circuits, 0), (windows.Count, hungUp));
        Assert.InRange(held, long.MinValue, 1024);
        Assert.InRange(with, 0, (2 * Math.Max(without, after)) + 25);
        people.ForEach(p => p.Dispose());
    }

    [Fact]
    public async Task T28_one_person_has_a_hundred_windows_and_not_one_more_until_one_is_closed()
    {
        await using var org = await Organisation.OpenAsync();
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        using var elsewhere = new RawVisitor(org);
        await elsewhere.PasswordAsync(org.Amina);
        using var chen = new RawVisitor(org);
        await chen.PasswordAsync(org.Chen);
        await chen.CodeAsync(org.CodesOf(org.Chen).Now());
        var windows = new List<CircuitClient>();
        for (var i = 0; i < WindowLimit.Windows; i++) windows.Add(await OpenAsync(org, amina));
        foreach (var window in windows) Assert.True(await IsServedAsync(window));

        // In another session of the same person neither, but everybody else is served.
        await using (var one = await OpenAsync(org, amina)) Assert.False(await IsServedAsync(one));
        await using (var two = await OpenAsync(org, elsewhere)) Assert.False(await IsServedAsync(two));
        await using (var other = await OpenAsync(org, chen)) Assert.True(await IsServedAsync(other));

        await windows[0].DisposeAsync();
        await using var patience = await FirstServedAsync(org, elsewhere);
        foreach (var window in windows.Skip(1)) await window.DisposeAsync();
    }

    private static Task<CircuitClient> OpenAsync(Organisation org, RawVisitor visitor) =>
        CircuitClient.OpenAsync(org.Server.Url, visitor.Client.Cookies, keepsPictures: false);

    // A hub that lets one in answers; that there is no such circuit is an answer.
    private static async Task<bool> IsServedAsync(CircuitClient window) => await window.CallAsync("ConnectCircuit", "none") is false;

    // The server learns of a closed socket a moment later.
    private static async Task<CircuitClient> FirstServedAsync(Organisation org, RawVisitor visitor)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var window = await OpenAsync(org, visitor);
            if (await IsServedAsync(window)) return window;
            await window.DisposeAsync();
        }

        throw new TimeoutException("The place of a closed window is not free again.");
    }

    /// <summary>The 95th percentile in milliseconds of somebody else's password step, page and form.</summary>
    private static async Task<double> SignInAsync(Organisation org, int rounds)
    {
        var taken = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            using var chen = new RawVisitor(org);
            var from = Stopwatch.GetTimestamp();
            Assert.StartsWith("/signin/mfa", (await chen.PasswordAsync(org.Chen)).Location, StringComparison.Ordinal);
            taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return taken.Order().ElementAt(rounds * 95 / 100);
    }

    private static async Task<List<RawVisitor>> PeopleAsync(Organisation org, int count)
    {
        var ct = TestContext.Current.CancellationToken;
        using var maria = new RawVisitor(org);
        await maria.PasswordAsync(org.Maria);
        await maria.CodeAsync(org.CodesOf(org.Maria).Now());
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(ct);
        var caller = new Caller((await db.Sessions.SingleAsync(ct)).Id, new ClientInfo("127.0.0.1", "test", null));
        var people = new List<RawVisitor>();
        for (var i = 0; i < count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"person-{i}");
            var made = await org.Server.Get<CreateUser>().RunAsync(caller, new NewUser(name, "/", Password, false, [BuiltInPolicies.SelfManageSignIn]), ct);
            Assert.True(made.Succeeded, made.Error?.Message);
            people.Add(new RawVisitor(org));
            await people[^1].NameAsync(org.Lumen.Alias, name, Password);
        }

        return people;
    }
}
