using System.Net;
using IamConsole.Core.AuditTrail;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Operator;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

public sealed class AuditTrailTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task An_administrator_finds_an_event_reads_it_and_takes_home_a_proof_that_an_auditor_checks()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInAsync(org.Maria, "wrong password");
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/audit-events");
        await maria.SeeAsync("Wrong password");

        await maria.Page.GetByLabel("Event name", new() { Exact = true }).FillAsync("ConsoleLogin");
        await maria.PressAsync("Look up");
        await maria.Page.GetByLabel("Result").SelectOptionAsync("Failure");
        await maria.Page.GetByRole(AriaRole.Heading, new() { Name = "Audit events (1)" }).WaitForAsync();
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "ConsoleLogin" }).ClickAsync();
        await maria.SeeAsync("\"Failed authentication\"");

        await maria.PressAsync("Export");
        await maria.Page.GetByRole(AriaRole.Radio, new() { Name = "Extract with proof" }).CheckAsync();
        var download = await maria.Page.RunAndWaitForDownloadAsync(() =>
            maria.Page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        Assert.EndsWith(".extract.jsonl", download.SuggestedFilename, StringComparison.Ordinal);
        var extract = Path.Combine(org.Server.DataFolder, "proof.extract.jsonl");
        await download.SaveAsAsync(extract);

        var publicKey = Path.Combine(org.Server.DataFolder, "audit", "checkpoint.pub");
        Assert.Equal(0, await OperatorCommands.RunAsync(["verify-audit", "--extract", extract, "--public-key", publicKey]));
        var text = await File.ReadAllTextAsync(extract, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(extract, text.Replace("WrongPassword", "Throttled", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(1, await OperatorCommands.RunAsync(["verify-audit", "--extract", extract, "--public-key", publicKey]));
    }

    [Fact]
    public async Task The_operators_command_checks_the_trail_beside_the_running_server()
    {
        await using var org = await Organisation.OpenAsync();
        string[] verify = ["verify-audit", "--data", org.Server.DataFolder];
        Assert.Equal(0, await OperatorCommands.RunAsync(verify));

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(org.Server.DataFolder, "iamconsole.db")}"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var change = database.CreateCommand();
            change.CommandText = "UPDATE AuditEvents SET ActorName = 'somebody else' WHERE Sequence = 1";
            Assert.Equal(1, await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(1, await OperatorCommands.RunAsync(verify));
        File.Move(Path.Combine(org.Server.DataFolder, "audit", "chain.key"), Path.Combine(org.Server.DataFolder, "away"));
        Assert.Equal(2, await OperatorCommands.RunAsync(verify));
        Assert.Equal(2, await OperatorCommands.RunAsync(["verify-audit", "--data", Path.Combine(org.Server.DataFolder, "empty")]));
        Assert.Equal(2, await OperatorCommands.RunAsync(["verify-audit", "--extract", "/no/such/file"]));
    }

    [Fact]
    public async Task A_server_signs_the_trail_when_it_starts_and_when_it_stops()
    {
        var data = Directory.CreateTempSubdirectory("iam-console-test-");
        await using (var server = new ConsoleServer(data: data))
            await server.Get<IamConsole.Core.Demo.FillDemo>().RunAsync(TestContext.Current.CancellationToken);

        var lines = await File.ReadAllLinesAsync(Path.Combine(data.FullName, "audit", "checkpoints.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"sequence\":0,", lines[0], StringComparison.Ordinal);
        Assert.Equal(0, await OperatorCommands.RunAsync(["verify-audit", "--data", data.FullName]));
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task T29_a_download_is_for_administrators_is_recorded_and_stays_in_no_cache()
    {
        await using var org = await Organisation.OpenAsync();
        using var stranger = new RawClient(org.Server.Url);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/audit-events/export?format=Csv", accept: "*/*")).Status);
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        foreach (var format in Enum.GetNames<ExportFormat>())
        {
            var refused = await amina.Client.GetAsync($"/audit-events/export?format={format}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.DoesNotContain("maria", refused.Body, StringComparison.Ordinal);
        }

        using var maria = new RawVisitor(org);
        await maria.PasswordAsync(org.Maria);
        await maria.CodeAsync(org.CodesOf(org.Maria).Now());
        var csv = await maria.Client.GetAsync("/audit-events/export?format=Csv&name=ConsoleLogin");
        Assert.Equal((HttpStatusCode.OK, "no-store", "nosniff"), (csv.Status, csv.Headers["Cache-Control"], csv.Headers["X-Content-Type-Options"]));
        Assert.StartsWith("text/csv", csv.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("attachment; filename=audit-events-", csv.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains(",ConsoleLogin,Success,", csv.Body, StringComparison.Ordinal);
        Assert.Contains("\"EventName\":\"ConsoleLogin\"", (await maria.Client.GetAsync("/audit-events/export?format=JsonLines&name=ExportEvents")).Body.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var bad in new[] { "", "?format=", "?format=9", "?format=Csv&event=x", "?format=Html" })
            Assert.Equal(HttpStatusCode.BadRequest, (await maria.Client.GetAsync("/audit-events/export" + bad)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await maria.Client.GetAsync("/audit-events/export?format=Extract&event=99999")).Status);
    }
}
