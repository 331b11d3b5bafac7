using System.Text.Json.Nodes;

namespace IamConsole.Tests.Core.Policies;

/// <summary>Policies and requests over a small world, so that they often meet. The same seed gives the same ones.</summary>
internal sealed class RandomPolicies(int seed)
{
    private static readonly string[] Actions = ["iam:GetUser", "iam:ListUsers", "iam:EnableMFADevice", "iamconsole:EndSession"];

    private static readonly string[] ActionPatterns =
        ["*", "iam:*", "iam:Get*", "iam:?etUser", "IAM:getuser", "iam:ListUsers", "iam:*MFA*", "iamconsole:*", "iam:GetUser"];

    private static readonly string[] Resources =
        ["arn:aws:iam::111122223333:user/alice", "arn:aws:iam::111122223333:user/bob", "arn:aws:iam::111122223333:root", "*"];

    private static readonly string[] ResourcePatterns =
    [
        "*", "arn:aws:iam::*:user/*", "arn:aws:iam::111122223333:user/alice", "arn:aws:iam::*:user/${aws:username}",
        "arn:aws:iam::*:user/${aws:PrincipalTag/team, 'bob'}", "arn:aws:iam::*:user/?ob", "arn:aws:iam::*:root",
        "arn:aws:iam::*:user/${aws:PrincipalTag/team}",
    ];

    private static readonly (string Operator, string Key, string[] Values)[] Conditions =
    [
        ("Bool", "aws:MultiFactorAuthPresent", ["true", "false"]),
        ("BoolIfExists", "aws:MultiFactorAuthPresent", ["true", "false"]),
        ("Null", "aws:MultiFactorAuthAge", ["true", "false"]),
        ("NumericLessThan", "aws:MultiFactorAuthAge", ["60", "600.5"]),
        ("NumericGreaterThanEquals", "aws:MultiFactorAuthAge", ["0", "300"]),
        ("NumericLessThanIfExists", "aws:MultiFactorAuthAge", ["60"]),
        ("NumericNotEquals", "aws:MultiFactorAuthAge", ["30"]),
        ("StringEquals", "aws:username", ["alice", "bob", "${aws:PrincipalTag/team}"]),
        ("StringNotEquals", "aws:PrincipalTag/team", ["red", "blue", "${aws:username}"]),
        ("StringEqualsIgnoreCase", "aws:username", ["ALICE", "Bob"]),
        ("StringLike", "aws:username", ["al*", "?ob", "*"]),
        ("StringNotLikeIfExists", "aws:PrincipalTag/team", ["r*", "bl??"]),
        ("StringNotLike", "aws:username", ["b*", "${aws:PrincipalTag/team}*"]),
        ("StringEqualsIfExists", "aws:PrincipalTag/team", ["red", "${aws:username}"]),
        ("ForAllValues:StringEquals", "aws:TagKeys", ["red", "blue", "green"]),
        ("ForAnyValue:StringEquals", "aws:TagKeys", ["red", "blue"]),
        ("ForAllValues:StringNotEquals", "aws:TagKeys", ["red"]),
        ("ForAnyValue:StringNotLike", "aws:TagKeys", ["r*", "b*"]),
        ("IpAddress", "aws:SourceIp", ["192.0.2.0/24", "198.51.100.0/25"]),
        ("NotIpAddress", "aws:SourceIp", ["192.0.2.0/28", "198.51.100.7/32"]),
        ("ArnLike", "aws:PrincipalArn", ["arn:aws:iam::*:user/al*", "arn:*:iam::111122223333:*"]),
        ("ArnNotEquals", "aws:PrincipalArn", ["arn:aws:iam::111122223333:user/bob"]),
        ("DateGreaterThan", "aws:CurrentTime", ["2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z"]),
        ("DateLessThan", "aws:CurrentTime", ["2026-03-01T00:00:00Z"]),
    ];

    private static readonly string[] Colours = ["red", "blue", "green", "black"];

    private readonly Dice _random = new(seed);

    public JsonObject Policy() => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => (JsonNode)Statement())]),
    };

    public JsonObject Statement(string? effect = null)
    {
        var statement = new JsonObject
        {
            ["Effect"] = effect ?? (_random.Next(3) == 0 ? "Deny" : "Allow"),
            [_random.Next(5) == 0 ? "NotAction" : "Action"] = Some(ActionPatterns),
            [_random.Next(5) == 0 ? "NotResource" : "Resource"] = Some(ResourcePatterns),
        };
        var conditions = Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(Conditions)).DistinctBy(c => c.Operator).ToList();
        if (conditions.Count > 0)
            statement["Condition"] = new JsonObject(conditions.Select(c => KeyValuePair.Create(
                c.Operator, (JsonNode?)new JsonObject { [c.Key] = Some(c.Values) })));
        return statement;
    }

    public (string Action, string Resource, Dictionary<string, string[]> Keys) Request()
    {
        var keys = new Dictionary<string, string[]>();
        Maybe(keys, "aws:MultiFactorAuthPresent", ["true", "false"]);
        Maybe(keys, "aws:MultiFactorAuthAge", ["0", "30", "60", "300", "4000"]);
        Maybe(keys, "aws:username", ["alice", "bob"]);
        Maybe(keys, "aws:PrincipalTag/team", ["red", "blue", "alice"]);
        Maybe(keys, "aws:SourceIp", ["192.0.2.7", "192.0.2.200", "198.51.100.7", "203.0.113.1"]);
        Maybe(keys, "aws:PrincipalArn", ["arn:aws:iam::111122223333:user/alice", "arn:aws:iam::111122223333:user/bob"]);
        Maybe(keys, "aws:CurrentTime", ["2026-02-01T12:00:00Z", "2026-07-01T12:00:00Z"]);
        if (_random.Next(3) > 0) keys["aws:TagKeys"] = [.. Colours.Where(_ => _random.Next(2) == 0)];
        return (Pick(Actions), Pick(Resources), keys);
    }

    private JsonNode Some(string[] from)
    {
        var chosen = from.Where(_ => _random.Next(from.Length) < 2).ToArray();
        return chosen.Length == 0 ? Pick(from) : new JsonArray([.. chosen.Select(c => (JsonNode)c)]);
    }

    private void Maybe(Dictionary<string, string[]> keys, string key, string[] values)
    {
        if (_random.Next(4) > 0) keys[key] = [Pick(values)];
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
