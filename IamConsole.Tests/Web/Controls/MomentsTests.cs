using IamConsole.Web.Controls;

namespace IamConsole.Tests.Web.Controls;

public sealed class MomentsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 41, 30, TimeSpan.Zero);

    [Theory]
    [InlineData(20, "Now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(59 * 60, "59 minutes ago")]
    [InlineData(2 * 3600, "2 hours ago")]
    [InlineData(25 * 3600, "Yesterday")]
    [InlineData(37 * 86400, "37 days ago")]
    public void Says_how_long_ago(int seconds, string expected) =>
        Assert.Equal(expected, Moments.Ago(Now.AddSeconds(-seconds), Now));

    [Fact]
    public void Writes_times_in_UTC_with_the_word() =>
        Assert.Equal("24 Nov 2026, 08:41 UTC", Moments.Exact(Now.ToOffset(TimeSpan.FromHours(5))));

    [Fact]
    public void Counts_with_separator_and_plural() =>
        Assert.Equal(["1 user", "0 users", "1,000 users"], [Moments.Count(1, "user"), Moments.Count(0, "user"), Moments.Count(1000, "user")]);
}
