using AngleSharp.Dom;
using Bunit;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Reports;

namespace IamConsole.Tests.Web.Reports;

public sealed class CredentialReportPageTests
{
    [Fact]
    public async Task A_report_is_ordered_followed_and_offered_for_download()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "=cmd");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<CredentialReportPage>();
        page.WaitForAssertion(() => Assert.Contains("Not generated yet", page.Find(".status").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a[download]"));

        Button(page, "Generate new report: credential report").Click();
        page.WaitForAssertion(() => Assert.Contains("In progress", page.Find(".status").TextContent, StringComparison.Ordinal));
        await iam.RunJobsAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Ready", page.Find(".status").TextContent, StringComparison.Ordinal));
        Assert.Equal(
            ["/credential-report/download?for=spreadsheet", "/credential-report/download"],
            page.FindAll("a[download]").Select(a => a.GetAttribute("href")));
        Assert.Contains("1 user name could run as a formula", page.Find(".alert-warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_young_report_is_replaced_only_after_a_question()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.ReportAsync(root);
        iam.Clock.Advance(TimeSpan.FromMinutes(43));
        root = await iam.RenewAsync(root);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<CredentialReportPage>();
        page.WaitForElement("a[download]");

        Button(page, "Generate new report: credential report").Click();
        page.WaitForAssertion(() => Assert.Contains("43 minutes old", page.Find("dialog form").TextContent, StringComparison.Ordinal));
        page.Find("dialog form").Submit();

        page.WaitForAssertion(() => Assert.Contains("In progress", page.Find(".status").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_preview_shows_the_originals_words()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root, _) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.UserAsync(account, root, "robot", hasPassword: false);
        await using var web = await SignedInContext.OfAsync(iam, root);

        var preview = web.Render<ReportPreview>();
        preview.WaitForElement("tbody tr");

        Assert.Equal(
            ["<root_account>|not_supported|Now|-|false|-", "alice|true|Now|Today|true|virtual", "robot|false|N/A|N/A|false|-"],
            preview.FindAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))));
    }

    [Fact]
    public async Task A_user_is_refused()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.SignInAsync(await iam.UserAsync(account, root, "alice"));
        await using var web = await SignedInContext.OfAsync(iam, alice);

        var page = web.Render<CredentialReportPage>();

        page.WaitForAssertion(() => Assert.Contains("iam:GetCredentialReport", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    private static IElement Button(IRenderedComponent<CredentialReportPage> page, string label) =>
        page.FindAll("button").Single(b => b.GetAttribute("aria-label") == label);
}
