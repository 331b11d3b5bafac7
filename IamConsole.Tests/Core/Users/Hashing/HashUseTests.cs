using IamConsole.Core;
using IamConsole.Core.Users;
using IamConsole.Core.Users.Hashing;
using Microsoft.Extensions.Time.Testing;

namespace IamConsole.Tests.Core.Users.Hashing;

public sealed class HashUseTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Half_is_forgotten_every_minute_and_a_right_password_at_once()
    {
        var use = new HashUse(_clock);
        var asker = Asker("dave", "203.0.113.1");
        for (var i = 0; i < 8; i++) use.Charge(asker);
        var all = use.Of(asker);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(all / 2, use.Of(asker), precision: 6);
        for (var i = 0; i < 8; i++) use.Forgive(asker);
        Assert.Equal(0, use.Of(asker));
    }

    [Fact]
    public void What_is_remembered_is_bounded_and_the_heaviest_stay()
    {
        var use = new HashUse(_clock, mostKeys: 100);
        var heavy = Asker("heavy", "203.0.113.1");
        for (var i = 0; i < 50; i++) use.Charge(heavy);
        for (var i = 0; i < 1000; i++) use.Charge(Asker($"name-{i}", $"2001:db8:{i:x}::1"));

        Assert.InRange(use.Count, 1, 100);
        Assert.InRange(use.Of(heavy), 100, 113);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData("not an address", "not an address")]
    [InlineData(null, null)]
    public void IPv6_is_counted_by_64_bits_and_IPv4_in_its_clothes_as_IPv4(string? address, string? network) =>
        Assert.Equal(network, ClientNetwork.Of(address));

    private static HashAsker Asker(string name, string address) => HashAsker.AtSignIn(name, new ClientInfo(address, null, null));
}
