using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Tests.Core.Policies;

/// <summary>Conditions on MFA that do not enforce MFA are warned of; those that do are not.</summary>
public sealed class PolicyLintTests
{
    [Theory]
    [InlineData("Deny", "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"false\"}}", "MFA condition misses requests without the key")]
    [InlineData("Allow", "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"true\"}}", "MFA condition lets requests without the key pass")]
    [InlineData("Deny", "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":true}}", "MFA condition turned round")]
    [InlineData("Allow", "{\"Bool\":{\"AWS:multifactorauthpresent\":\"false\"}}", "MFA condition turned round")]
    [InlineData("Deny", "{\"Null\":{\"aws:MultiFactorAuthPresent\":\"true\"}}", "Null on a key that is always there")]
    [InlineData("Deny", "{\"StringEquals\":{\"aws:MultiFactorAuthPresent\":\"false\"}}", "Text operator on a truth value")]
    [InlineData("Deny", "{\"NumericGreaterThan\":{\"aws:MultiFactorAuthAge\":\"3600\"}}", "MFA age misses sessions without MFA")]
    [InlineData("Allow", "{\"NumericLessThanIfExists\":{\"aws:MultiFactorAuthAge\":\"3600\"}}", "MFA age lets sessions without MFA pass")]
    [InlineData("Allow", "{\"StringEquals\":{\"aws:username\":\"al*\"}}", "Wildcard without StringLike")]
    [InlineData("Allow", "{\"StringEquals\":{\"aws:usrname\":\"al\"}}", "Invalid condition key")]
    [InlineData("Allow", "{\"StringEquals\":{\"aws:username\":\"${aws:usrname}\"}}", "Invalid policy variable")]
    public void What_does_not_do_what_it_seems_to_is_named(string effect, string condition, string check) =>
        Assert.Contains(ValidatePolicy.Run(PolicyParserTests.With(condition, effect)), f => f.Check == check);

    [Fact]
    public void The_recommended_form_is_warned_of_only_when_it_locks_out_who_has_no_device()
    {
        const string enforcing = "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"false\"}}";
        var locking = Assert.Single(ValidatePolicy.Run(PolicyParserTests.With(enforcing, "Deny")));
        Assert.Equal("MFA enrolment denied", locking.Check);
        Assert.Contains("iam:EnableMFADevice", locking.Message, StringComparison.Ordinal);
        Assert.Empty(ValidatePolicy.Run(BuiltInPolicies.Find(BuiltInPolicies.DenyRestWithoutMfa)!.Text));
    }

    [Theory]
    [InlineData("s3:GetObject")]
    [InlineData("iam:GetUsr")]
    [InlineData("iam:Delet?")]
    public void An_action_that_matches_no_operation_is_warned_of(string action)
    {
        var text = $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:GetUser","{{action}}"],"Resource":"*"} }""";
        var finding = Assert.Single(ValidatePolicy.Run(text));
        Assert.Equal((FindingKind.Warning, "Invalid action"), (finding.Kind, finding.Check));
        Assert.Equal(text.IndexOf($"\"{action}\"", StringComparison.Ordinal), finding.At.Start);
    }
}
