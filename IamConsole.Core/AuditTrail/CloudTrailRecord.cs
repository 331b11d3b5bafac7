using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IamConsole.Core.AuditTrail;

/// <summary>A row in CloudTrail's field names and values ("CloudTrail record contents", version 1.08; sign-in events as documented there).</summary>
internal static class CloudTrailRecord
{
    private static readonly string[] SignIn =
    [
        "ConsoleLogin", "CheckMfa", "PasswordAccepted", "PasswordUpdated", "PasswordCountsAsStolen", "MfaRegistrationBegun",
        "MfaRegistrationSkipped", "ConfirmIdentity", "SignOut", "UseOfEndedSession", "MfaDeviceDisabled",
    ];

    private static readonly string[] Reads = ["Get", "List", "Lookup", "Generate", "Export", "Simulate", "Find"];

    public static JsonObject Of(AuditEvent row)
    {
        var signIn = SignIn.Contains(row.EventName);
        var record = new JsonObject
        {
            ["eventVersion"] = "1.08",
            ["userIdentity"] = Identity(row),
            ["eventTime"] = Time(row.At),
            ["eventSource"] = signIn ? "signin.amazonaws.com"
                : row.EventName is "LookupEvents" or "ExportEvents" ? "cloudtrail.amazonaws.com" : "iam.amazonaws.com",
            ["eventName"] = row.EventName,
            ["awsRegion"] = (row.ActorArn ?? row.Target)?.StartsWith("arn:aws-us-gov:", StringComparison.Ordinal) is true
                ? "us-gov-west-1" : "us-east-1",
            ["sourceIPAddress"] = row.Address,
            ["userAgent"] = row.UserAgent,
        };
        if (!row.Succeeded && !signIn) record["errorCode"] = row.Reason;
        if (!row.Succeeded && signIn)
            record["errorMessage"] = row.Reason == "UnknownUser" ? "No username found in supplied account" : "Failed authentication";
        var details = Details(row);
        var asked = row.Succeeded || signIn ? null : Denied(record, details);
        record["requestParameters"] = signIn ? null : Parameters(row, details);
        record["responseElements"] = signIn ? new JsonObject { [row.EventName] = row.Succeeded ? "Success" : "Failure" } : null;
        if (signIn) record["additionalEventData"] = Additional(row, details);
        else if (asked is not null) record["additionalEventData"] = new JsonObject { ["action"] = asked };
        record["requestID"] = row.RequestId;
        record["eventID"] = EventId(row.Hash);
        record["readOnly"] = Reads.Any(r => row.EventName.StartsWith(r, StringComparison.Ordinal));
        if (row.Target?.StartsWith("arn:", StringComparison.Ordinal) is true)
            record["resources"] = new JsonArray(new JsonObject { ["ARN"] = row.Target, ["accountId"] = row.AccountId });
        record["eventType"] = signIn ? "AwsConsoleSignIn" : "AwsApiCall";
        record["managementEvent"] = true;
        record["recipientAccountId"] = row.AccountId;
        record["eventCategory"] = "Management";
        return record;
    }

    /// <summary>A UUID (RFC 9562, version 8) of the row's hash: the same at every export.</summary>
    public static string EventId(byte[] hash)
    {
        var bytes = hash.AsSpan(0, 16).ToArray();
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private static JsonObject Identity(AuditEvent row)
    {
        // CloudTrail too calls somebody unknown an IAM user, with a masked name.
        var identity = new JsonObject { ["type"] = row.ActorType == AuditActor.Unknown.Type ? "IAMUser" : row.ActorType };
        if (row.ActorId is not null) identity["principalId"] = row.ActorType == "Root" ? row.AccountId : row.ActorId;
        if (row.ActorArn is not null) identity["arn"] = row.ActorArn;
        identity["accountId"] = row.AccountId;
        if (row.ActorType != "Root") identity["userName"] = row.ActorName;
        if (row.SessionId is null) return identity;
        var attributes = new JsonObject();
        if (row.SessionCreatedAt is { } began) attributes["creationDate"] = Time(began);
        if (row.MfaAuthenticated is { } mfa) attributes["mfaAuthenticated"] = mfa ? "true" : "false";
        identity["sessionContext"] = new JsonObject { ["attributes"] = attributes };
        return identity;
    }

    // A denied call has no parameters in CloudTrail, but words. Which permission was asked for is what only we know.
    private static JsonNode? Denied(JsonObject record, JsonObject? details)
    {
        if (details is null || !details.Remove("action", out var action)) return null;
        if (details.Remove("errorMessage", out var message)) record["errorMessage"] = message;
        return action;
    }

    private static JsonObject? Parameters(AuditEvent row, JsonObject? details)
    {
        var parameters = details ?? [];
        if (row.ActorType == "Root" && parameters["userName"] is JsonValue name && name.ToString() == row.ActorName)
            parameters["userName"] = "AWS ROOT USER";
        if (row.EventName.EndsWith("MFADevice", StringComparison.Ordinal) && (row.DeviceSerial ?? DeviceOf(row.Target)) is { } serial)
            parameters["serialNumber"] = serial;
        return parameters.Count == 0 ? null : parameters;
    }

    private static JsonObject Additional(AuditEvent row, JsonObject? details)
    {
        var data = details ?? [];
        data["MobileVersion"] = "No";
        if (row.EventName is "ConsoleLogin" or "CheckMfa")
            data["MFAUsed"] ??= row.DeviceSerial is not null || row.EventName == "CheckMfa" ? "Yes" : "No";
        if (row.DeviceSerial is not null) data["MFAIdentifier"] = row.DeviceSerial;
        if (row.Reason is not null) data["FailureReason"] = row.Reason;
        return data;
    }

    private static JsonObject? Details(AuditEvent row)
    {
        if (row.Details is null) return null;
        try
        {
            return JsonNode.Parse(row.Details) as JsonObject;
        }
        catch (JsonException)
        {
            // Only somebody who changed the row leaves that; the verifier says so.
            return new JsonObject { ["unreadable"] = row.Details };
        }
    }

    private static string? DeviceOf(string? target) =>
        target is null || target.Contains(":user/", StringComparison.Ordinal) || target.EndsWith(":root", StringComparison.Ordinal) ? null : target;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
