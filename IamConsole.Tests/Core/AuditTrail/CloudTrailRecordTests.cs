using System.Text.Json.Nodes;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>Records against the values that CloudTrail documents for the same events.</summary>
public sealed class CloudTrailRecordTests
{
    [Theory, BothDatabases]
    public async Task A_sign_in_with_MFA_reads_as_CloudTrail_writes_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.SignInAsync(alice);

        var (record, row) = await RecordAsync(iam, root, "ConsoleLogin");

        AssertJson($$"""
            {
              "eventVersion": "1.08",
              "userIdentity": {
                "type": "IAMUser", "principalId": "{{alice.UserId}}", "arn": "arn:aws:iam::{{account.Id}}:user/alice",
                "accountId": "{{account.Id}}", "userName": "alice"
              },
              "eventTime": "2026-03-02T08:01:05Z",
              "eventSource": "signin.amazonaws.com",
              "eventName": "ConsoleLogin",
              "awsRegion": "us-east-1",
              "sourceIPAddress": "192.0.2.7",
              "userAgent": "Test browser",
              "requestParameters": null,
              "responseElements": { "ConsoleLogin": "Success" },
              "additionalEventData": { "MFAUsed": "Yes", "MobileVersion": "No", "MFAIdentifier": "arn:aws:iam::{{account.Id}}:mfa/alice-app" },
              "requestID": "request-1",
              "eventID": "{{CloudTrailRecord.EventId(row.Hash)}}",
              "readOnly": false,
              "resources": [{ "ARN": "arn:aws:iam::{{account.Id}}:user/alice", "accountId": "{{account.Id}}" }],
              "eventType": "AwsConsoleSignIn",
              "managementEvent": true,
              "recipientAccountId": "{{account.Id}}",
              "eventCategory": "Management"
            }
            """, record);
    }

    [Theory, BothDatabases]
    public async Task A_failed_sign_in_says_no_more_than_CloudTrail_does(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.TypePasswordAsync(alice.Credentials with { Password = "wrong" });

        var (record, _) = await RecordAsync(iam, root, "ConsoleLogin");

        Assert.Equal("Failed authentication", (string)record["errorMessage"]!);
        Assert.Null(record["errorCode"]);
        AssertJson("""{ "ConsoleLogin": "Failure" }""", record["responseElements"]!);
        AssertJson("""{ "MobileVersion": "No", "MFAUsed": "No", "FailureReason": "WrongPassword" }""", record["additionalEventData"]!);

        var unknown = CloudTrailRecord.Of(new AuditEvent
        {
            At = iam.Now,
            EventName = "ConsoleLogin",
            Succeeded = false,
            Reason = "UnknownUser",
            ActorType = AuditActor.Unknown.Type,
            ActorName = AuditActor.Unknown.Name,
            AccountId = "123456789012",
            Hash = new byte[32],
        });
        Assert.Equal("No username found in supplied account", (string)unknown["errorMessage"]!);
        AssertJson("""{ "type": "IAMUser", "accountId": "123456789012", "userName": "HIDDEN_DUE_TO_SECURITY_REASONS" }""", unknown["userIdentity"]!);
    }

    [Theory, BothDatabases]
    public async Task Assigning_a_device_reads_as_an_API_call_with_its_session(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var began = iam.Now;
        var bob = await iam.UserAsync(account, root, "bob");
        await iam.AssignAppAsync(root, bob.UserId, "phone");

        var (record, _) = await RecordAsync(iam, root, "EnableMFADevice");

        AssertJson($$"""
            {
              "type": "Root", "principalId": "{{account.Id}}", "arn": "arn:aws:iam::{{account.Id}}:root", "accountId": "{{account.Id}}",
              "sessionContext": { "attributes": { "creationDate": "{{began:yyyy-MM-dd'T'HH:mm:ss'Z'}}", "mfaAuthenticated": "false" } }
            }
            """, record["userIdentity"]!);
        AssertJson(
            $$"""{ "userName": "bob", "deviceName": "phone", "kind": "Virtual", "serialNumber": "arn:aws:iam::{{account.Id}}:mfa/phone" }""",
            record["requestParameters"]!);
        Assert.Equal(
            ("iam.amazonaws.com", "AwsApiCall", null, false),
            ((string)record["eventSource"]!, (string)record["eventType"]!, (string?)record["responseElements"], (bool)record["readOnly"]!));
    }

    [Theory, BothDatabases]
    public async Task Roots_own_device_a_refusal_and_GovCloud_follow_their_rules(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.AssignAppAsync(root, root.UserId, "phone");
        Assert.Equal("AWS ROOT USER", (string)(await RecordAsync(iam, root, "EnableMFADevice")).Record["requestParameters"]!["userName"]!);

        await iam.UserAsync(account, root, "alice");
        await iam.Get<CreateUser>().RunAsync(root.Caller, new NewUser("alice", "/", null, false, []), IamScenario.Ct);
        var (refused, _) = await RecordAsync(iam, root, "CreateUser");
        Assert.Equal("EntityAlreadyExists", (string)refused["errorCode"]!);

        var (_, admin) = await iam.SignedInRootAsync(IamConsole.Core.Accounts.Partition.AwsUsGov);
        Assert.Equal("us-gov-west-1", (string)(await RecordAsync(iam, admin, "ConsoleLogin")).Record["awsRegion"]!);
    }

    private static async Task<(JsonNode Record, AuditEvent Row)> RecordAsync(IamScenario iam, SignedIn by, string eventName)
    {
        var row = (await iam.TrailAsync()).Last(e => e.EventName == eventName);
        var detail = (await iam.Get<GetEvent>().RunAsync(by.Caller, row.Sequence, IamScenario.Ct)).Ok();
        return (JsonNode.Parse(detail.Record)!, row);
    }

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
