using System.Globalization;
using IamConsole.Core;
using IamConsole.Core.Users;
using IamConsole.Core.Users.Hashing;
using Microsoft.Extensions.Time.Testing;

namespace IamConsole.Tests.Core.Users.Hashing;

/// <summary>
/// A flood at the door makes nobody wait but itself: in order of turns, without a stopwatch. What it means in milliseconds is
/// measured by <c>SignInFloodTests</c>.
/// </summary>
public sealed class HashFairnessTests : IDisposable
{
    private readonly OrderedHasher _hasher = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly List<Task<string>> _waiting = [];

    public void Dispose() => _hasher.Dispose();

    [Theory]
    [InlineData("one address", 60)]
    [InlineData("one address", 500)]
    [InlineData("many addresses", 60)]
    [InlineData("many /64 of one /56", 60)]
    [InlineData("many /64 of one /48", 60)]
    [InlineData("many names", 60)]
    [InlineData("one name, many addresses", 60)]
    [InlineData("the honest name, many addresses", 60)]
    [InlineData("many names, the honest address", 60)]
    public async Task Whoever_asks_for_one_hash_comes_next_whatever_else_waits(string flood, int connections)
    {
        using var hashing = Start(threads: 1);
        await _hasher.NextAsync(); // Something is being hashed.
        for (var round = 0; round < 2; round++)
            for (var i = 0; i < connections; i++) Ask(hashing, $"flood-{round}-{i}", Attacker(flood, i));

        Ask(hashing, "honest", Asker("honest", flood.EndsWith("the honest address", StringComparison.Ordinal) ? "203.0.113.1" : "2001:db8:1::7"));
        _hasher.Permit(1);

        Assert.Equal("honest", await _hasher.NextAsync());
        _hasher.Permit(1);
        Assert.Equal("honest", await _waiting[^1]);
    }

    [Fact]
    public async Task A_flood_never_has_the_last_thread()
    {
        using var hashing = Start(threads: 2);
        _hasher.Permit(41); // The console's own first hash, and forty of the flood.
        for (var i = 0; i < 60; i++) Ask(hashing, $"flood-{i}", Attacker("one address", i));
        for (var begun = 0; begun < 1 + 40 + 1; begun++) await _hasher.NextAsync();

        // No further hash of the flood ends, and the honest one begins all the same.
        Ask(hashing, "honest", Asker("honest", "198.51.100.1"));

        Assert.Equal("honest", await _hasher.NextAsync());
    }

    [Fact]
    public async Task A_full_queue_refuses_the_flood_at_once_and_lets_the_honest_in()
    {
        using var hashing = Start(threads: 1, new HashBounds(SignIns: 20, Sessions: 4, Each: 5));
        await _hasher.NextAsync();
        for (var i = 0; i < 40; i++) Ask(hashing, $"flood-{i}", Attacker("many addresses", i % 10));

        Assert.Equal(20, hashing.Waiting);
        Assert.Equal(20, _waiting.Count(w => w is { IsFaulted: true, Exception.InnerException: HashingBusyException }));
        Ask(hashing, "honest", Asker("honest", "198.51.100.1"));
        Assert.Equal(20, hashing.Waiting);
        _hasher.Permit(1);
        Assert.Equal("honest", await _hasher.NextAsync());
    }

    [Fact]
    public async Task Of_one_network_and_for_one_name_only_so_many_wait()
    {
        using var hashing = Start(threads: 1, new HashBounds(SignIns: 100, Sessions: 4, Each: 5));
        await _hasher.NextAsync();
        for (var i = 0; i < 20; i++) Ask(hashing, "flood", Asker($"name-{i}", $"2001:db8::{i:x}"));
        for (var i = 0; i < 20; i++) Ask(hashing, "flood", Asker("one-name", $"203.0.113.{i}"));

        Assert.Equal(10, hashing.Waiting);
    }

    [Fact]
    public async Task Whoever_gives_up_no_longer_waits_and_is_not_hashed()
    {
        using var hashing = Start(threads: 1);
        await _hasher.NextAsync();
        using var giveUp = new CancellationTokenSource();
        var gone = hashing.HashAsync("gone", Asker("a", "203.0.113.1"), giveUp.Token);
        Ask(hashing, "stays", Asker("b", "203.0.113.2"));

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal(1, hashing.Waiting);
        _hasher.Permit(2);
        await Task.WhenAll(_waiting);
        Assert.DoesNotContain("gone", _hasher.Order);
    }

    [Fact]
    public async Task People_in_sessions_and_people_at_the_door_take_turns()
    {
        using var hashing = Start(threads: 1);
        await _hasher.NextAsync();
        for (var i = 0; i < 3; i++) Ask(hashing, "door", Asker($"name-{i}", $"203.0.113.{i}"));
        for (var i = 0; i < 3; i++) Ask(hashing, "session", HashAsker.InSession($"user-{i}"));

        _hasher.Permit(10);
        await Task.WhenAll(_waiting);

        Assert.Equal(["door", "session", "door", "session", "door", "session"], _hasher.Order.Skip(1));
    }

    [Fact]
    public async Task An_attempt_that_is_refused_in_any_case_takes_its_time_and_costs_no_hash()
    {
        using var hashing = Start(threads: 1);
        await _hasher.NextAsync();
        var asker = Asker("throttled", "203.0.113.1");

        // The one thread is busy all the while.
        await hashing.PretendAsync(asker, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMilliseconds(45)); // What the hash under way takes.
        _hasher.Permit(1);
        Ask(hashing, "next", Asker("b", "203.0.113.2"));
        await _hasher.NextAsync();
        var refused = hashing.PretendAsync(asker, TestContext.Current.CancellationToken);

        Assert.False(refused.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(45));
        await refused;
        Assert.Equal(2, _hasher.Order.Count);
    }

    private PasswordHashing Start(int threads, HashBounds? bounds = null) => new(_hasher, threads, bounds ?? HashBounds.Default, _clock);

    private void Ask(PasswordHashing hashing, string password, HashAsker asker) =>
        _waiting.Add(hashing.HashAsync(password, asker, TestContext.Current.CancellationToken));

    private static HashAsker Asker(string name, string address) => HashAsker.AtSignIn(name, new ClientInfo(address, null, null));

    private static HashAsker Attacker(string flood, int i)
    {
        var n = i.ToString(CultureInfo.InvariantCulture);
        return flood switch
        {
            "many addresses" => Asker("name-" + n, "203.0.113." + n),
            "many /64 of one /56" => Asker("name-" + n, $"2001:db8:ffff:ff{i:x2}::1"),
            "many /64 of one /48" => Asker("name-" + n, $"2001:db8:ffff:{i:x2}00::1"),
            "one name, many addresses" => Asker("name", "203.0.113." + n),
            "the honest name, many addresses" => Asker("honest", "203.0.113." + n),
            _ => Asker("name-" + n, "203.0.113.1"),
        };
    }
}
