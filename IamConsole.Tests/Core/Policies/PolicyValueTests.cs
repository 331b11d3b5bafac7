using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Tests.Core.Policies;

/// <summary>Values, variables and versions as the original reads them; what is not clear is refused.</summary>
public sealed class PolicyValueTests
{
    [Theory]
    [InlineData("203.0.113/24")]
    [InlineData("203.0.113.0/024")]
    [InlineData("203.0.113.0/+24")]
    [InlineData("203.0.113.0/ 24")]
    [InlineData("203.0.113.0/33")]
    [InlineData("203.0.113.0/")]
    [InlineData("203.0.113.0/24/8")]
    [InlineData("010.0.0.1")]
    [InlineData("0x0a.0.0.1")]
    [InlineData("3405803776")]
    [InlineData("203.0.113.256")]
    [InlineData(" 203.0.113.1")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[2001:db8::1]:443")]
    [InlineData("fe80::1%eth0")]
    [InlineData("2001:db8::/129")]
    [InlineData("::ffff:010.0.0.1")]
    [InlineData("2001:db8::1::2")]
    public void An_address_is_read_strictly(string range) =>
        Assert.Equal("Invalid value", Assert.Single(PolicyParser.Read(PolicyParserTests.With($"{{\"IpAddress\":{{\"aws:SourceIp\":\"{range}\"}}}}")).Findings).Check);

    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.9", true)]
    [InlineData("203.0.113.77/24", "203.0.113.9", true)]
    [InlineData("::ffff:203.0.113.0/120", "203.0.113.9", true)]
    [InlineData("::ffff:cb00:7100/120", "203.0.113.9", true)]
    [InlineData("::ffff:203.0.113.0/120", "203.0.114.9", false)]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9", true)]
    [InlineData("203.0.113.0/24", "::ffff:203.0.113.9", true)]
    [InlineData("::ffff:0:0/96", "198.51.100.1", true)]
    [InlineData("::ffff:0:0/95", "198.51.100.1", false)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("2001:DB8::/32", "2001:db8:1::7", true)]
    [InlineData("fe80::/10", "fe80::1%3", true)]
    [InlineData("203.0.113.0/24", "nonsense", false)]
    public void A_range_holds_its_addresses_however_they_are_written(string range, string address, bool holds) =>
        Assert.Equal(holds, ConditionValues.TryRange(range, out _) && ConditionValues.IsInRange(address, range));

    [Theory]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("2026-07", "2026-07-01T00:00:00Z")]
    [InlineData("2026-07-15", "2026-07-15T00:00:00Z")]
    [InlineData("2026-07-15T10:20Z", "2026-07-15T10:20:00Z")]
    [InlineData("2026-07-15T10:20+02:00", "2026-07-15T08:20:00Z")]
    [InlineData("2026-07-15T10:20:30.123456789-01:30", "2026-07-15T11:50:30.1234567Z")]
    [InlineData("1784110830", "2026-07-15T10:20:30Z")]
    [InlineData("10000", "1970-01-01T02:46:40Z")]
    public void A_date_is_W3Cs_or_seconds(string text, string expected)
    {
        Assert.True(ConditionValues.TryDate(text, out var date));
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("26")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("15.07.2026")]
    [InlineData("2026-07-15 10:20")]
    [InlineData("999999999999")]
    [InlineData("")]
    public void Anything_else_is_no_date(string text) => Assert.False(ConditionValues.TryDate(text, out _));

    [Theory]
    [InlineData("${saml:sub}", "saml:sub")]
    [InlineData("${accounts.google.com:sub}", "accounts.google.com:sub")]
    [InlineData("${oidc.eks.us-east-1.amazonaws.com/id/A1B2:sub}", "oidc.eks.us-east-1.amazonaws.com/id/A1B2:sub")]
    [InlineData("${aws:PrincipalTag/cost center}", "aws:PrincipalTag/cost center")]
    [InlineData("${aws:PrincipalTag/Straße:1/2+3=@_.-}", "aws:PrincipalTag/Straße:1/2+3=@_.-")]
    [InlineData("${ aws:username }", "aws:username")]
    [InlineData("${aws:username, 'nobody else'}", "aws:username")]
    public void A_variable_may_be_a_providers_and_hold_spaces(string text, string key)
    {
        var pattern = PolicyPattern.Parse("x" + text, withVariables: true);
        Assert.Equal(key, Assert.Single(pattern!.Variables));
        var keys = PolicyRequest.NewKeys();
        keys[key] = ["a*"];
        Assert.Equal("xa*", pattern.Resolve(new PolicyRequest("", "", keys)));
    }

    [Theory]
    [InlineData("${username}")]
    [InlineData("${aws:username")]
    [InlineData("${aws:}")]
    [InlineData("${}")]
    [InlineData("${aws:username, nobody}")]
    public void What_is_no_variable_is_refused(string text) => Assert.Null(PolicyPattern.Parse(text, withVariables: true));

    [Fact]
    public void The_escapes_are_plain_characters() =>
        Assert.Equal("*?$", PolicyPattern.Parse("${*}${?}${$}", withVariables: true)!.Resolve(new PolicyRequest("", "", PolicyRequest.NewKeys())));

    [Theory]
    [InlineData("{\"StringEquals\":{\"aws:username\":\"a\",\"AWS:UserName\":\"b\"}}")]
    [InlineData("{\"StringEquals\":{\"aws:username\":\"a\",\"aws:username\":\"b\"}}")]
    [InlineData("{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"},\"Bool\":{\"aws:MultiFactorAuthPresent\":\"false\"}}")]
    public void The_same_key_twice_is_refused_whatever_its_case(string condition) =>
        Assert.Equal("Duplicate element", Assert.Single(PolicyParser.Read(PolicyParserTests.With(condition)).Findings).Check);

    [Theory]
    [InlineData("")]
    [InlineData("\"Version\":\"2008-10-17\",")]
    public void A_managed_policy_names_the_current_version_an_inline_one_need_not(string version)
    {
        var text = $$"""{ {{version}} "Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"} }""";
        Assert.Equal("Invalid version", Assert.Single(ValidatePolicy.Run(text, isManaged: true)).Check);
        Assert.Equal("MalformedPolicyDocument", CheckDocument.Run(text, PolicyErrors.LargestManaged, isManaged: true)!.Code);
        Assert.Null(CheckDocument.Run(text, PolicyErrors.LargestOfUser));
    }

    [Fact]
    public void Blanks_do_not_count()
    {
        var text = PolicyParserTests.With("{}").Replace(",", "," + new string(' ', 25_000), StringComparison.Ordinal);
        Assert.InRange(text.Length, 70_000, PolicyParser.MaxLength);
        Assert.Null(CheckDocument.Run(text, PolicyErrors.LargestOfUser, isManaged: true));
    }

    [Theory]
    [InlineData("\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":{\"aws:username\":\"${aws:PrincipalTag/none}\"}}")]
    [InlineData("\"Resource\":\"*\",\"Condition\":{\"StringNotLike\":{\"aws:username\":[\"bob\",\"${aws:PrincipalTag/none}*\"]}}")]
    [InlineData("\"Resource\":\"*\",\"Condition\":{\"StringNotEqualsIfExists\":{\"aws:username\":\"${aws:PrincipalTag/none}\"}}")]
    [InlineData("\"Resource\":\"*\",\"Condition\":{\"StringEqualsIfExists\":{\"aws:none\":\"${aws:PrincipalTag/none}\"}}")]
    [InlineData("\"Resource\":\"*\",\"Condition\":{\"ForAllValues:StringEquals\":{\"aws:none\":\"${aws:PrincipalTag/none}\"}}")]
    [InlineData("\"Resource\":\"*\",\"Condition\":{\"ArnNotLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::1:user/${aws:PrincipalTag/none}\"}}")]
    [InlineData("\"NotResource\":\"arn:aws:iam::*:user/${aws:PrincipalTag/none}\"")]
    [InlineData("\"NotResource\":[\"arn:aws:iam::*:group/*\",\"arn:aws:iam::*:user/${aws:PrincipalTag/none}\"]")]
    public void A_variable_without_a_value_never_grants_and_by_a_negation_still_denies(string rest)
    {
        Assert.Equal(PolicyVerdict.ImplicitDeny, Decide("Allow", rest));
        Assert.Equal(PolicyVerdict.ExplicitDeny, Decide("Deny", rest));
        Assert.Equal(PolicyVerdict.Allowed, Decide("Allow", rest.Replace("/none}", "/none, 'x'}", StringComparison.Ordinal).Replace("\"aws:none", "\"aws:no", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"Resource\":[\"arn:aws:iam::1:user/${aws:PrincipalTag/none}\",\"arn:aws:iam::1:user/*\"]")]
    [InlineData("\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:username\":[\"${aws:PrincipalTag/none}\",\"alice\"]}}")]
    public void It_takes_nothing_from_what_another_value_matches(string rest) => Assert.Equal(PolicyVerdict.Allowed, Decide("Allow", rest));

    [Fact]
    public void What_was_stored_before_it_was_a_mistake_grants_nothing_and_denies_all_it_names()
    {
        const string condition = "\"Resource\":\"*\",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"203.0.113/24\"}}";
        Assert.Equal(PolicyVerdict.ImplicitDeny, Decide("Allow", condition));
        Assert.Equal(PolicyVerdict.ExplicitDeny, Decide("Deny", condition));
        Assert.Same(PolicyTexts.DenyEverything, new PolicyTexts().Read("{\"Statement\":[]}"));
    }

    private static PolicyVerdict Decide(string effect, string rest)
    {
        var document = new PolicyTexts().Read($$"""{"Version":"2012-10-17","Statement":{"Effect":"{{effect}}","Action":"iam:GetUser",{{rest}} } }""");
        var keys = PolicyRequest.NewKeys();
        keys["aws:username"] = ["alice"];
        keys["aws:PrincipalArn"] = ["arn:aws:iam::1:user/alice"];
        return PolicyEvaluator.Evaluate([new NamedPolicy("p", "test", document)], new PolicyRequest("iam:GetUser", "arn:aws:iam::1:user/alice", keys)).Verdict;
    }
}
