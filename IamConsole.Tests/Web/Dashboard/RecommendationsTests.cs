using IamConsole.Core.Accounts;
using IamConsole.Web.Controls;
using IamConsole.Web.Dashboard;

namespace IamConsole.Tests.Web.Dashboard;

public sealed class RecommendationsTests
{
    private static readonly DeviceCounts None = new(0, 0, 0);

    [Fact]
    public void Root_without_MFA_comes_first_and_root_can_act()
    {
        var first = Recommendations.For(Account(rootDevices: 0, withoutMfa: 5), "root", isRoot: true)[0];

        Assert.Equal("Add MFA for root user", first.Title);
        Assert.Equal(StatusKind.Error, first.Kind);
        Assert.Equal(("Assign MFA device", "/security-credentials/assign-mfa"), (first.Action, first.Href));
    }

    [Fact]
    public void An_administrator_reads_that_only_root_can_act_for_root()
    {
        var first = Recommendations.For(Account(own: new(1, 0, 0), rootDevices: 0), "maria", isRoot: false)[0];

        Assert.Equal("Add MFA for root user", first.Title);
        Assert.Null(first.Href);
        Assert.EndsWith("Only the root user can do it.", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_stand_before_successes()
    {
        var titles = Recommendations.For(Account(own: new(1, 1, 1), rootDevices: 1, withoutMfa: 5), "maria", isRoot: false).Select(r => r.Title);

        Assert.Equal(["The root user has only one MFA device", "5 users with a password have no MFA device", "You (maria) have MFA"], titles);
    }

    [Theory]
    [InlineData(1, "1 user with a password has no MFA device")]
    [InlineData(1200, "1,200 users with a password have no MFA device")]
    public void Users_without_MFA_lead_to_the_filtered_list(int count, string title)
    {
        var recommendation = Recommendations.For(Account(own: new(1, 0, 0), withoutMfa: count), "maria", isRoot: false)[0];

        Assert.Equal((title, "/users?mfa=none"), (recommendation.Title, recommendation.Href));
    }

    [Fact]
    public void Everything_in_order_leaves_no_problem()
    {
        var all = Recommendations.For(Account(own: new(1, 1, 0), rootDevices: 2, withMfa: 4), "maria", isRoot: false);

        Assert.Equal(["Root user has MFA", "You (maria) have MFA", "All users with a password have MFA"], all.Select(r => r.Title));
        Assert.DoesNotContain(all, r => r.IsProblem);
    }

    [Fact]
    public void Where_root_does_not_sign_in_nothing_is_said_of_root() =>
        Assert.DoesNotContain(
            Recommendations.For(Account(own: None, rootDevices: null, withoutMfa: 1), "noor", isRoot: false),
            r => r.Title.Contains("root", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Who_sees_no_figures_reads_only_of_himself()
    {
        var own = Assert.Single(Recommendations.For(Account(figures: false), "bob", isRoot: false));

        Assert.Equal(("You have no MFA device", "/security-credentials/assign-mfa"), (own.Title, own.Href));
    }

    [Theory]
    [InlineData(0, 1, "1 of 8 devices is assigned, but it does not resist phishing.")]
    [InlineData(1, 0, "1 of 8 devices is assigned, and it resists phishing.")]
    [InlineData(1, 2, "3 of 8 devices are assigned, one of them resists phishing.")]
    [InlineData(2, 1, "3 of 8 devices are assigned, 2 of them resist phishing.")]
    public void Ones_own_devices_are_counted_by_what_they_withstand(int keys, int apps, string text) =>
        Assert.Equal(text, Recommendations.For(Account(own: new(keys, apps, 0), figures: false), "bob", isRoot: false)[0].Text);

    private static AccountSummary Account(
        DeviceCounts? own = null, int? rootDevices = null, int withoutMfa = 0, int withMfa = 0, bool figures = true) => new(
        "482719305561", "lumen-labs", "Lumen Labs", Partition.Aws, own ?? None, rootDevices,
        figures ? new AccountFigures(withMfa + withoutMfa, withMfa, withoutMfa, new DeviceCounts(withMfa, 0, 0), new DeviceCounts(withMfa, 0, 0), new TokenFigures(0, 0, 0)) : null);
}
