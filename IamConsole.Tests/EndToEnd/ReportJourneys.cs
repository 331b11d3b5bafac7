using System.Net;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Reports, from the button to the file; notices, from the change to the mailbox.</summary>
public sealed class ReportJourneys(ChromiumBrowser browser)
{
    [Fact]
    public async Task An_administrator_generates_the_credential_report_and_downloads_it()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/credential-report");

        await maria.PressAsync("Generate new report: credential report");
        var link = window.Page.GetByRole(AriaRole.Link, new() { Name = "Download CSV: credential report" });
        await link.WaitForAsync();
        var download = await window.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

        Assert.Matches(@"\Astatus_reports_\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.csv\z", download.SuggestedFilename);
        var rows = (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal(8, rows.Length);
        Assert.StartsWith("<root_account>,arn:aws:iam::", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("amina.diallo,", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_is_not_kept_on_the_way_and_refused_to_users_and_strangers()
    {
        await using var org = await Organisation.OpenAsync();
        using var maria = new RawVisitor(org);
        await maria.PasswordAsync(org.Maria);
        await maria.CodeAsync(org.CodesOf(org.Maria).Now());
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        using var stranger = new RawClient(org.Server.Url);

        var none = await maria.Client.GetAsync("/credential-report/download");
        var refused = await amina.Client.GetAsync("/credential-report/download");
        var nobody = await stranger.GetAsync("/credential-report/download");

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Forbidden), (none.Status, refused.Status));
        Assert.DoesNotContain("root_account", nobody.Body, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, nobody.Status);
    }

    [Fact]
    public async Task A_changed_password_reaches_the_mailbox_of_the_user()
    {
        await using var mailbox = new MailServer();
        var server = new ConsoleServer(new()
        {
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = mailbox.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Smtp:From"] = "iam@example.com",
        });
        await using var org = await Organisation.OpenAsync(server);
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users/amina.diallo");
        await maria.PressAsync("Edit e-mail address");
        await window.Page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail address" }).FillAsync("amina@example.com");
        await maria.PressAsync("Save changes");
        await maria.SeeAsync("The e-mail address of amina.diallo was saved.");

        await mailbox.WaitAsync(1, TestContext.Current.CancellationToken);

        Assert.Equal(["amina@example.com"], mailbox.Received[0].Recipients);
        Assert.Contains("was set by maria.sousa.", mailbox.Received[0].Text, StringComparison.Ordinal);
    }
}
