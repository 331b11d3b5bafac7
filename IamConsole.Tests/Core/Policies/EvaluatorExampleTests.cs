using IamConsole.Core.Policies.Language;

namespace IamConsole.Tests.Core.Policies;

/// <summary>Single sentences of the User Guide that random policies would seldom meet.</summary>
public sealed class EvaluatorExampleTests
{
    [Theory]
    [InlineData("arn:aws:iam::*:user/*", "arn:aws:iam::111122223333:user/div/alice", true)]
    [InlineData("arn:aws:iam::1111*3333:user/alice", "arn:aws:iam::111122223333:user/alice", true)]
    [InlineData("arn:aws:iam::11*x:user/alice", "arn:aws:iam::11:y:user/x:user/alice", false)]
    [InlineData("arn:aws:iam::*:user/alice", "arn:aws:iam::111122223333:user/Alice", false)]
    [InlineData("arn:aws:iam::*:user/al?ce", "arn:aws:iam::111122223333:user/alice", true)]
    [InlineData("arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::1:user/a*b", true)]
    [InlineData("arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::1:user/axb", false)]
    [InlineData("arn:aws:iam::*:user/${aws:nothing}", "arn:aws:iam::1:user/", false)]
    [InlineData("arn:aws:iam::*:user/${aws:nothing, 'guest'}", "arn:aws:iam::1:user/guest", true)]
    [InlineData("arn:aws:iam::*:user/${*}", "arn:aws:iam::1:user/*", true)]
    [InlineData("arn:aws:iam::*:user/${*}", "arn:aws:iam::1:user/x", false)]
    [InlineData("*", "*", true)]
    [InlineData("arn:aws:iam::*:user/*", "*", false)]
    public void Resources(string pattern, string resource, bool matches) => Assert.Equal(matches,
        Allows($$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"{{pattern}}"} }""", resource));

    [Fact]
    public void A_variable_is_plain_text_in_the_old_version() =>
        Assert.False(Allows("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:iam::1:user/${aws:username}"}}""", "arn:aws:iam::1:user/a*b"));

    [Theory]
    [InlineData("{\"IpAddress\":{\"aws:SourceIp\":\"2001:db8::/32\"}}", true)]
    [InlineData("{\"IpAddress\":{\"aws:SourceIp\":[\"192.0.2.7\",\"2001:db8::17\"]}}", true)]
    [InlineData("{\"NotIpAddress\":{\"aws:SourceIp\":\"2001:db8:ffff::/48\"}}", true)]
    [InlineData("{\"DateGreaterThan\":{\"aws:CurrentTime\":1767225600}}", true)]
    [InlineData("{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-03-02\"}}", false)]
    [InlineData("{\"DateEquals\":{\"aws:CurrentTime\":\"2026-03-02T10:00:05+02:00\"}}", true)]
    [InlineData("{\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":600}}", true)]
    [InlineData("{\"NumericEquals\":{\"aws:MultiFactorAuthAge\":\"30.0\"}}", true)]
    [InlineData("{\"NumericEquals\":{\"aws:username\":\"30\"}}", false)]
    [InlineData("{\"Bool\":{\"aws:MultiFactorAuthPresent\":true}}", true)]
    [InlineData("{\"Null\":{\"aws:nothing\":\"true\"}}", true)]
    [InlineData("{\"Null\":{\"aws:username\":\"true\"}}", false)]
    [InlineData("{\"StringEquals\":{\"aws:nothing\":\"\"}}", false)]
    [InlineData("{\"StringNotEquals\":{\"aws:nothing\":\"x\"}}", true)]
    [InlineData("{\"StringEqualsIfExists\":{\"aws:nothing\":\"x\"}}", true)]
    [InlineData("{\"BinaryEquals\":{\"aws:binary\":\"AQID\"}}", true)]
    [InlineData("{\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:user/*\"}}", true)]
    [InlineData("{\"StringEquals\":{\"AWS:UserName\":\"a*b\"}}", true)]
    [InlineData("{\"StringLike\":{\"aws:username\":\"a${*}b\"}}", true)]
    public void Conditions(string condition, bool holds) => Assert.Equal(holds, Allows(PolicyParserTests.With(condition), "*"));

    private static bool Allows(string policy, string resource)
    {
        var reading = PolicyParser.Read(policy);
        Assert.Empty(reading.Findings);
        var keys = PolicyRequest.NewKeys();
        keys["aws:username"] = ["a*b"];
        keys["aws:SourceIp"] = ["2001:db8::17"];
        keys["aws:CurrentTime"] = ["2026-03-02T08:00:05Z"];
        keys["aws:MultiFactorAuthAge"] = ["30"];
        keys["aws:MultiFactorAuthPresent"] = ["true"];
        keys["aws:binary"] = ["AQID"];
        keys["aws:PrincipalArn"] = ["arn:aws:iam::111122223333:user/a*b"];
        return PolicyEvaluator.Evaluate([new NamedPolicy("p", "test", reading.Document!)], new PolicyRequest("iam:GetUser", resource, keys)).IsAllowed;
    }
}
