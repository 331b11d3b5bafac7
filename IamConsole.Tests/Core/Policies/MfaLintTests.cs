using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Tests.Core.Policies;

/// <summary>Conditions on MFA: what does not enforce it is found, in every operator and effect; what does is not.</summary>
public sealed class MfaLintTests
{
    private static readonly string[] Operators =
    [
        "Bool", "Null", "BinaryEquals", "IpAddress", "NotIpAddress",
        "StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
        "ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike",
        "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals",
        "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals",
    ];

    private static readonly string[] Quantifiers = ["", "ForAllValues:", "ForAnyValue:"];
    private static readonly string[] Suffixes = ["", "IfExists"];
    private static readonly string[] Keys = ["aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge"];
    private static readonly string[] Values = ["true", "false", "0", "600", "2026-01-01", "*", "t*", "10.0.0.0/8", "arn:aws:iam::1:x"];
    private static readonly string[] Effects = ["Allow", "Deny"];

    [Theory]
    [InlineData("Allow", "{\"Null\":{\"aws:MultiFactorAuthPresent\":\"false\"}}")]
    [InlineData("Allow", "{\"NumericGreaterThan\":{\"aws:MultiFactorAuthAge\":\"3600\"}}")]
    [InlineData("Allow", "{\"StringEqualsIgnoreCaseIfExists\":{\"aws:MultiFactorAuthPresent\":\"TRUE\"}}")]
    [InlineData("Allow", "{\"ForAllValues:Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}")]
    [InlineData("Allow", "{\"BoolIfExists\":{\"aws:MultiFactorAuthAge\":\"true\"}}")]
    [InlineData("Allow", "{\"StringNotEquals\":{\"aws:MultiFactorAuthPresent\":\"false\"}}")]
    [InlineData("Allow", "{\"NumericNotEquals\":{\"aws:MultiFactorAuthAge\":\"7\"}}")]
    [InlineData("Allow", "{\"NumericGreaterThanEqualsIfExists\":{\"aws:MultiFactorAuthAge\":\"0\"}}")]
    [InlineData("Allow", "{\"Bool\":{\"aws:MultiFactorAuthPresent\":[\"true\",\"false\"]}}")]
    [InlineData("Deny", "{\"Null\":{\"aws:MultiFactorAuthPresent\":\"false\"}}")]
    [InlineData("Deny", "{\"StringEqualsIgnoreCase\":{\"aws:MultiFactorAuthPresent\":\"FALSE\"}}")]
    [InlineData("Deny", "{\"Bool\":{\"aws:MultiFactorAuthAge\":\"false\"}}")]
    [InlineData("Deny", "{\"NumericGreaterThanEquals\":{\"aws:MultiFactorAuthAge\":\"3600\"}}")]
    [InlineData("Deny", "{\"ForAnyValue:Bool\":{\"aws:MultiFactorAuthPresent\":\"false\"}}")]
    [InlineData("Deny", "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"false\"},\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"60\"}}")]
    public void What_does_not_enforce_MFA_is_a_security_warning(string effect, string condition) =>
        Assert.Contains(ValidatePolicy.Run(On(effect, condition)), f => f.Kind is FindingKind.SecurityWarning && f.Check != "ForAllValues with single valued key");

    [Theory]
    [InlineData("Allow", "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}")]
    [InlineData("Allow", "{\"Null\":{\"aws:MultiFactorAuthAge\":\"false\"}}")]
    [InlineData("Allow", "{\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"3600\"}}")]
    [InlineData("Allow", "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"true\"},\"NumericLessThanEquals\":{\"aws:MultiFactorAuthAge\":\"3600\"}}")]
    [InlineData("Deny", "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"false\"}}")]
    [InlineData("Deny", "{\"Null\":{\"aws:MultiFactorAuthAge\":\"true\"}}")]
    [InlineData("Deny", "{\"NumericGreaterThanIfExists\":{\"aws:MultiFactorAuthAge\":\"3600\"}}")]
    public void What_enforces_it_is_worth_no_finding(string effect, string condition) => Assert.Empty(ValidatePolicy.Run(On(effect, condition)));

    [Fact]
    public void Every_operator_value_and_effect_is_judged_by_what_it_does()
    {
        var judged = 0;
        foreach (var (operation, key, value) in from o in Operators
                                                from q in Quantifiers
                                                from i in Suffixes
                                                from k in Keys
                                                from v in Values
                                                select (q + o + i, k, v))
            foreach (var effect in Effects)
            {
                var text = On(effect, $"{{\"{operation}\":{{\"{key}\":\"{value}\"}}}}");
                if (PolicyParser.Read(text).Document is not { } document) continue;
                var applies = (string? present, int? age) => Applies(document, present, age);
                var (without, with) = (applies(null, null) || applies("false", null), applies("true", 0) || applies("true", 1));
                var enforces = effect == "Allow" ? !without && with : applies(null, null) && applies("false", null) && !with;
                var found = ValidatePolicy.Run(text).Where(f => f.Check.StartsWith("MFA ", StringComparison.Ordinal) || f.Check.StartsWith("Null ", StringComparison.Ordinal)).ToList();
                Assert.True(enforces == (found.Count == 0), $"{text}: {string.Join(", ", found.Select(f => f.Check))}");
                Assert.True(effect != "Allow" || !without || found.Exists(f => f.Kind is FindingKind.SecurityWarning), text);
                judged++;
            }

        Assert.True(judged > 500, $"{judged}");
    }

    [Fact]
    public void An_Allow_with_MFA_is_worth_nothing_beside_one_without()
    {
        const string with = """{"Effect":"Allow","Action":"iam:DeleteUser","Resource":"arn:aws:iam::*:user/x","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""";
        const string deny = """{"Effect":"Deny","NotAction":["iam:*MFA*"],"Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}""";

        Assert.Contains(Of(with, """{"Effect":"Allow","Action":"iam:Delete*","Resource":"*"}"""), f => f.Check == "MFA condition bypassed");
        Assert.Empty(Of(with, """{"Effect":"Allow","Action":"iam:List*","Resource":"*"}"""));
        Assert.Empty(Of(with, """{"Effect":"Allow","Action":"iam:Delete*","Resource":"*"}""", deny));
    }

    [Fact]
    public void A_Deny_of_old_proofs_needs_no_IfExists_beside_one_of_none()
    {
        const string old = """{"Effect":"Deny","Action":"iam:DeleteUser","Resource":"*","Condition":{"NumericGreaterThan":{"aws:MultiFactorAuthAge":"600"}}}""";
        const string none = """{"Effect":"Deny","Action":"iam:Delete*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}""";

        Assert.Contains(Of(old), f => f.Check == "MFA age misses sessions without MFA");
        Assert.Empty(Of(old, none));
    }

    [Theory, MemberData(nameof(AwsPolicies.All), MemberType = typeof(AwsPolicies))]
    public void What_AWS_publishes_is_worth_no_finding(string name, string policy)
    {
        Assert.Empty(ValidatePolicy.Run(policy, isManaged: true).Select(f => $"{name}: {f.Check}: {f.Message}"));
        Assert.Empty(ValidatePolicy.Run(policy.Replace("arn:aws:", "arn:aws-us-gov:", StringComparison.Ordinal)).Select(f => f.Message));
    }

    private static bool Applies(PolicyDocument document, string? present, int? age)
    {
        var keys = PolicyRequest.NewKeys();
        if (present is not null) keys["aws:MultiFactorAuthPresent"] = [present];
        if (age is not null) keys["aws:MultiFactorAuthAge"] = [$"{age}"];
        return PolicyEvaluator.Evaluate([new NamedPolicy("p", "test", document)], new PolicyRequest("iam:ListUsers", "*", keys)).Verdict is not PolicyVerdict.ImplicitDeny;
    }

    // An action that nobody needs to get a device.
    private static string On(string effect, string condition) =>
        $$"""{"Version":"2012-10-17","Statement":{"Effect":"{{effect}}","Action":"iam:ListUsers","Resource":"*","Condition":{{condition}} } }""";

    private static IReadOnlyList<PolicyFinding> Of(params string[] statements) =>
        ValidatePolicy.Run($$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", statements)}}]}""");
}
