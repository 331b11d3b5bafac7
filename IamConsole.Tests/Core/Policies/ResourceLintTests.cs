using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Tests.Core.Policies;

/// <summary>ARNs that can match nothing, and rights to give oneself every right, are found.</summary>
public sealed class ResourceLintTests
{
    [Theory]
    [InlineData("arn:aws:iam::*:users/bob", "begins with user/")]
    [InlineData("arn:aws:iam::*:User/bob", "begins with user/")]
    [InlineData("arn:aws:iam::*:user", "begins with user/")]
    [InlineData("arn:aws:iam::*:user/", "begins with user/")]
    [InlineData("arn:amazon:iam::*:user/bob", "not amazon")]
    [InlineData("arn:AWS:iam::*:user/bob", "not AWS")]
    [InlineData("arn:aws:iam:us-east-1:*:user/bob", "no region")]
    [InlineData("arn:aws:iam::12345678901:user/bob", "twelve digits")]
    [InlineData("arn:aws:iam::1234-5678-9012:user/bob", "twelve digits")]
    [InlineData("arn:aws:iam::11112222333?4:user/bob", "twelve digits")]
    [InlineData("arn:aws:s3::*:user/bob", "belongs to iam")]
    [InlineData("arn:aws:IAM::*:user/bob", "belongs to iam")]
    [InlineData("arn:aws:iam:*:user/bob:x", "twelve digits")]
    [InlineData("arn:aws:iam::*:group/staff", "are on users")]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess", "are on users")]
    [InlineData("arn:aws:iam::*:mfa/bob", "are on users")]
    public void An_ARN_that_can_match_nothing_is_found_with_its_reason(string arn, string reason)
    {
        var finding = Assert.Single(ValidatePolicy.Run(With("iam:GetUser", arn)));
        Assert.Equal("Resource matches nothing", finding.Check);
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iam:GetUser", "arn:aws:iam::111122223333:root")]
    [InlineData("iam:GetUser", "arn:aws-us-gov:iam::111122223333:user/division/bob")]
    [InlineData("iam:GetUser", "arn:*:iam::*:user/${aws:username}")]
    [InlineData("iam:GetUser", "arn:aws:iam::${aws:PrincipalAccount}:user/*")]
    [InlineData("iam:GetUser", "arn:aws:*:*:*:*")]
    [InlineData("iam:GetUser", "arn:aws:iam::1111*3333:*")]
    [InlineData("iam:GetUser", "arn:a*")]
    [InlineData("iam:GetUser", "arn:aws:iam::????????????:u?er/b*b")]
    [InlineData("iam:GetGroup", "arn:aws:iam::*:group/staff")]
    [InlineData("iam:GetPolicy", "arn:aws:iam::aws:policy/AdministratorAccess")]
    [InlineData("iam:ListUsers", "*")]
    public void One_that_can_match_something_is_not(string action, string arn) => Assert.Empty(ValidatePolicy.Run(With(action, arn)));

    [Fact]
    public void An_action_on_the_account_as_a_whole_is_matched_by_the_star_alone() =>
        Assert.Contains("only * matches", Assert.Single(ValidatePolicy.Run(With("iam:ListUsers", "arn:aws:iam::*:user/*"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ArnLike", "arn:aws:iam::*:users/bob")]
    [InlineData("StringNotLike", "arn:aws:iam::123:user/*")]
    public void So_is_a_principals(string operation, string arn) => Assert.Equal("Resource matches nothing", Assert.Single(ValidatePolicy.Run(
        $$"""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:GetUser","Resource":"*","Condition":{"{{operation}}":{"aws:PrincipalArn":"{{arn}}"} } } }""")).Check);

    [Theory]
    [InlineData("iam:AttachUserPolicy", "*")]
    [InlineData("iam:AttachUserPolicy", "arn:aws:iam::*:user/${aws:username}")]
    [InlineData("iam:PutUserPolicy", "arn:aws:iam::*:user/*")]
    [InlineData("iam:Put*", "*")]
    [InlineData("iam:*", "*")]
    [InlineData("iam:AddUserToGroup", "arn:aws:iam::*:group/*")]
    [InlineData("iam:AttachGroupPolicy", "*")]
    [InlineData("iam:PutGroupPolicy", "*")]
    [InlineData("iam:CreatePolicyVersion", "arn:aws-us-gov:iam::*:policy/*")]
    public void Who_could_give_himself_every_right_is_found(string action, string arn) =>
        Assert.Contains(ValidatePolicy.Run(With(action, arn)), f => f is { Check: "Self-escalation", Kind: FindingKind.SecurityWarning });

    [Theory]
    [InlineData("iam:AttachUserPolicy", "arn:aws:iam::*:user/service/*")]
    [InlineData("iam:AddUserToGroup", "arn:aws:iam::*:group/readers")]
    [InlineData("iam:CreatePolicyVersion", "arn:aws:iam::*:policy/team-*")]
    [InlineData("iam:CreatePolicy", "*")]
    [InlineData("*", "*")]
    public void Who_could_not_is_not(string action, string arn) =>
        Assert.DoesNotContain(ValidatePolicy.Run(With(action, arn)), f => f.Check == "Self-escalation");

    [Fact]
    public void MFA_and_hours_do_not_keep_him_from_it_tags_and_a_deny_do()
    {
        const string mfa = "\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"},\"DateLessThan\":{\"aws:CurrentTime\":\"2030\"}";
        Assert.Contains(Put(mfa), f => f.Check == "Self-escalation");
        Assert.Empty(Put("\"StringEquals\":{\"aws:ResourceTag/kind\":\"robot\"}"));
        Assert.Empty(Put(mfa, """,{"Effect":"Deny","Action":"iam:PutUserPolicy","Resource":"arn:*:iam::*:user/${aws:username}"}"""));

        static IReadOnlyList<PolicyFinding> Put(string condition, string more = "") => ValidatePolicy.Run(
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PutUserPolicy","Resource":"*","Condition":{ {{condition}} } }{{more}}]}""");
    }

    private static string With(string action, string arn) =>
        $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"{{action}}","Resource":"{{arn}}"} }""";
}
