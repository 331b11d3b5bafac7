using Bunit;
using IamConsole.Web.Controls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class CountdownTests : BunitContext
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));

    public CountdownTests() => Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public void Hands_the_servers_time_and_the_period_to_the_browser()
    {
        var countdown = Render<Countdown>(parameters => parameters.Add(part => part.Period, 60)).Find("totp-countdown");

        Assert.Equal("1790000000000", countdown.GetAttribute("data-server-time"));
        Assert.Equal("60", countdown.GetAttribute("data-period"));
    }

    [Fact]
    public void Is_not_drawn_again_as_time_goes_by()
    {
        var countdown = Render<Countdown>();

        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(1, countdown.RenderCount);
    }
}
