using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;
using IamConsole.Core;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AuditTrail;

public sealed class ExportTests
{
    [Theory, BothDatabases]
    public async Task T56_no_cell_of_the_csv_begins_as_a_formula_and_every_text_comes_through(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        string[] agents =
        [
            "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\"=1", "＝1+1", " =1", "a,\"b\";c", "plain",
        ];
        foreach (var agent in agents)
            await iam.Get<BeginSignIn>().RunAsync(
                account.Root.Credentials with { Password = "wrong" }, IamScenario.Browser, new ClientInfo("192.0.2.9", agent, "r"), IamScenario.Ct);
        await iam.UserAsync(account, root, "=cmd", hasPassword: false);
        await iam.UserAsync(account, root, "@sum", hasPassword: false);

        var csv = await iam.ExportAsync(root, ExportFormat.Csv);

        using var reader = new CsvReader(new StringReader(csv), CultureInfo.InvariantCulture);
        var rows = reader.GetRecords<dynamic>().Select(r => (IDictionary<string, object>)r).ToList();
        Assert.Equal(await iam.ReadAsync(db => Task.FromResult(db.AuditEvents.Count())), rows.Count);
        Assert.All(rows.SelectMany(r => r.Values).Cast<string>(), cell => Assert.DoesNotContain(cell.FirstOrDefault(), "=+-@\t\r\n＝"));
        var seen = rows.Where(r => (string)r["sourceIPAddress"] == "192.0.2.9").Select(r => ((string)r["userAgent"]).TrimStart('\'')).ToList();
        Assert.Equal(agents.Select(a => a.Replace('\t', '\uFFFD')), seen);
        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Json_lines_hold_one_record_each_of_this_account_alone_in_the_order_of_time(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (other, stranger) = await iam.SignedInRootAsync();
        await iam.UserAsync(other, stranger, "mallory");
        await iam.UserAsync(account, root, "alice");

        var text = await iam.ExportAsync(root, ExportFormat.JsonLines);

        var records = text.TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(
            ["OpenAccount", "PasswordAccepted", "MfaRegistrationSkipped", "ConsoleLogin", "CreateUser", "ExportEvents"],
            records.Select(r => (string)r["eventName"]!));
        Assert.All(records, r => Assert.Equal(account.Id, (string)r["recipientAccountId"]!));
        Assert.Equal(records.Count, records.Select(r => (string)r["eventID"]!).Distinct().Count());
        Assert.DoesNotContain("mallory", text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Records_are_the_same_records_in_one_object_as_CloudTrails_files_have_them(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");

        var records = JsonNode.Parse(await iam.ExportAsync(root, ExportFormat.Records, new EventFilter(EventName: "CreateUser")))!.AsObject();
        var lines = await iam.ExportAsync(root, ExportFormat.JsonLines, new EventFilter(EventName: "CreateUser"));

        Assert.Equal(["Records"], records.Select(m => m.Key));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(lines), Assert.Single(records["Records"]!.AsArray())));
        Assert.Empty(JsonNode.Parse(await iam.ExportAsync(root, ExportFormat.Records, new EventFilter(EventName: "Nothing")))!["Records"]!.AsArray());
    }

    [Theory, BothDatabases]
    public async Task Denied_calls_are_found_by_their_error_code_those_of_former_versions_too(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.SignInAsync(await iam.UserAsync(account, root, "bob"));
        await iam.Get<IamConsole.Core.Users.DeleteUser>().RunAsync(bob.Caller, root.UserId, IamScenario.Ct);
        await iam.WriteAsync(account.Id, "AuthorizationRefused", "AccessDenied", """{"action":"iam:ListUsers"}""");

        var found = (await iam.Get<LookupEvents>().RunAsync(root.Caller, new EventFilter(ErrorCode: "AccessDenied"), null, IamScenario.Ct)).Ok();
        var denied = JsonNode.Parse(await iam.ExportAsync(root, ExportFormat.Records, new EventFilter(ErrorCode: "AccessDenied")))!["Records"]!.AsArray();

        Assert.Equal(["AuthorizationRefused", "DeleteUser"], found.Rows.Select(r => r.EventName));
        Assert.Equal(
            [("DeleteUser", "AccessDenied", "iam:DeleteUser"), ("AuthorizationRefused", "AccessDenied", "iam:ListUsers")],
            denied.Select(r => ((string)r!["eventName"]!, (string)r["errorCode"]!, (string)r["additionalEventData"]!["action"]!)));
        Assert.Equal(
            $"User: arn:aws:iam::{account.Id}:user/bob is not authorized to perform: iam:DeleteUser on resource: arn:aws:iam::{account.Id}:user/* with an explicit deny in an identity-based policy",
            (string)denied[0]!["errorMessage"]!);
        Assert.All(denied, r => Assert.Null(r!["requestParameters"]));
    }

    [Theory, BothDatabases]
    public async Task Who_manages_only_himself_exports_nothing_and_the_attempt_is_recorded(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.SignInAsync(await iam.UserAsync(account, root, "bob"));

        foreach (var format in Enum.GetValues<ExportFormat>())
            Assert.Equal("AccessDenied", (await iam.Get<ExportEvents>().RunAsync(bob.Caller, new EventFilter(), null, format, IamScenario.Ct)).Error!.Code);
        Assert.Equal("AccessDenied", (await iam.Get<LookupEvents>().RunAsync(bob.Caller, new EventFilter(), null, IamScenario.Ct)).Error!.Code);
        Assert.Equal("AccessDenied", (await iam.Get<GetEvent>().RunAsync(bob.Caller, 1, IamScenario.Ct)).Error!.Code);

        var trail = await iam.TrailAsync();
        Assert.Equal(
            ["ExportEvents", "ExportEvents", "ExportEvents", "ExportEvents", "LookupEvents", "LookupEvents"],
            trail.Where(e => e is { Succeeded: false, Reason: "AccessDenied" }).Select(e => e.EventName));
        Assert.DoesNotContain(trail, e => e is { Succeeded: true, EventName: "ExportEvents" or "LookupEvents" });
    }

    [Theory, BothDatabases]
    public async Task An_export_is_recorded_with_its_filter_and_foreign_or_missing_events_cannot_be_asked_for(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.SignedInRootAsync();
        var foreign = (await iam.TrailAsync())[^1].Sequence;

        await iam.ExportAsync(root, ExportFormat.Csv, new EventFilter(UserName: "alice", Succeeded: false));

        Assert.Equal(
            """{"format":"Csv","sequence":null,"filter":{"EventName":null,"UserName":"alice","Address":null,"Resource":null,"Device":null,"ErrorCode":null,"Succeeded":false,"From":null,"To":null}}""",
            (await iam.LastEventAsync()).Details);
        foreach (var format in Enum.GetValues<ExportFormat>())
            Assert.Equal("NoSuchEntity", (await iam.Get<ExportEvents>().RunAsync(root.Caller, new EventFilter(), foreign, format, IamScenario.Ct)).Error!.Code);
    }
}
