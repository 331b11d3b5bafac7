using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Tests.Core.Policies;

/// <summary>Malformed documents are refused in the original's categories, at the place of the mistake.</summary>
public sealed class PolicyParserTests
{
    [Theory]
    [InlineData("", "JSON syntax error", 1, 1)]
    [InlineData("{\n  \"Version\": \"2012-10-17\"\n  \"Statement\": []\n}", "JSON syntax error", 3, 3)]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[]} x", "JSON syntax error", 1, 41)]
    [InlineData("[]", "Data type mismatch", 1, 1)]
    [InlineData("{\"Version\":\"2012-10-17\"}", "Missing statement", 1, 1)]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[]}", "Missing statement", 1, 37)]
    [InlineData("{\"Version\":\"2020-01-01\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}", "Invalid version", 1, 12)]
    [InlineData("{\"Statement\":{\"Action\":\"*\",\"Resource\":\"*\"}}", "Missing effect", 1, 14)]
    [InlineData("{\"Statement\":{\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\"}}", "Invalid effect", 1, 24)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"*\"}}", "Missing action", 1, 14)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"GetUser\",\"Resource\":\"*\"}}", "Invalid action", 1, 41)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[],\"Resource\":\"*\"}}", "Missing action", 1, 41)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotAction\":\"*\",\"Resource\":\"*\"}}", "Unsupported element combination", 1, 57)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\"}}", "Missing resource", 1, 14)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"user/alice\"}}", "Invalid ARN prefix", 1, 56)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Principal\":\"*\"}}", "Unsupported principal", 1, 60)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Sid\":\"a b\"}}", "Invalid Sid", 1, 66)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Effekt\":\"Deny\"}}", "Invalid policy element", 1, 60)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}", "Duplicate element", 1, 32)]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":5}}", "Data type mismatch", 1, 56)]
    public void A_mistake_is_named_at_its_place(string text, string check, int line, int column)
    {
        var reading = PolicyParser.Read(text);

        Assert.Null(reading.Document);
        var first = Assert.Single(reading.Findings);
        Assert.Equal((FindingKind.Error, check, line, column), (first.Kind, first.Check, first.At.Line, first.At.Column));
    }

    [Theory]
    [InlineData("{\"StringIs\":{\"aws:username\":\"a\"}}", "Invalid condition operator")]
    [InlineData("{\"NullIfExists\":{\"aws:username\":\"true\"}}", "Invalid condition operator")]
    [InlineData("{\"StringEquals\":{\"username\":\"a\"}}", "Invalid condition key")]
    [InlineData("{\"StringEquals\":{\"aws:username\":[]}}", "Missing condition value")]
    [InlineData("{\"StringEquals\":{\"aws:username\":\"${aws:username\"}}", "Invalid policy variable")]
    [InlineData("{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"yes\"}}", "Invalid value")]
    [InlineData("{\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"ten\"}}", "Invalid value")]
    [InlineData("{\"DateLessThan\":{\"aws:CurrentTime\":\"tomorrow\"}}", "Invalid value")]
    [InlineData("{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/33\"}}", "Invalid value")]
    [InlineData("{\"ArnLike\":{\"aws:PrincipalArn\":\"alice\"}}", "Invalid value")]
    [InlineData("{\"StringEquals\":\"a\"}", "Data type mismatch")]
    [InlineData("{\"StringEquals\":{\"aws:username\":{}}}", "Data type mismatch")]
    public void So_is_one_in_a_condition(string condition, string check) =>
        Assert.Equal(check, Assert.Single(PolicyParser.Read(With(condition)).Findings).Check);

    [Fact]
    public void Twice_the_same_Sid_is_refused()
    {
        const string statement = "{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}";
        Assert.Equal("Unique Sids required", Assert.Single(PolicyParser.Read($"{{\"Statement\":[{statement},{statement}]}}").Findings).Check);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(60_000)]
    public void Nothing_that_can_be_typed_throws_or_takes_long(int length)
    {
        foreach (var text in new[]
        {
            new string('[', length), new string('{', length), "\"" + new string('x', length), new string('\n', length),
            "{\"\\ud800\":1}", "{\"Statement\":\"\\ud800\"}", "\0", "null", "{\"Statement\":null}", "{\"Statement\":[null,1,\"\",[]]}",
        }) Assert.NotEmpty(PolicyParser.Read(text).Findings);
    }

    [Fact]
    public void Every_built_in_policy_is_right_and_worth_no_finding_but_that_of_IAMFullAccess() => Assert.All(
        BuiltInPolicies.All, p => Assert.Equal(p.Name == "IAMFullAccess" ? ["Self-escalation"] : [], ValidatePolicy.Run(p.Text, isManaged: true).Select(f => f.Check)));

    internal static string With(string condition, string effect = "Allow") =>
        $$"""{"Version":"2012-10-17","Statement":{"Effect":"{{effect}}","Action":"*","Resource":"*","Condition":{{condition}} } }""";
}
