using IamConsole.Core.Policies;

namespace IamConsole.Tests.Core.Policies;

/// <summary>Conditions on security keys that let the wrong ones pass, or stop the wrong ones, are warned of.</summary>
public sealed class KeyLintTests
{
    private const string Activate = "\"StringEquals\":{\"iam:RegisterSecurityKey\":\"Activate\"}";

    [Theory]
    [InlineData("Allow", "{\"StringEqualsIfExists\":{\"iam:FIDO-certification\":\"L2\"}}", "Uncertified keys pass")]
    [InlineData("Allow", "{\"StringNotEquals\":{\"iam:FIDO-FIPS-140-3-certification\":\"L1\"}}", "Uncertified keys pass")]
    [InlineData("Deny", "{" + Activate + ",\"StringLike\":{\"iam:FIDO-certification\":\"L1*\"}}", "Uncertified keys pass")]
    [InlineData("Deny", "{\"StringNotEquals\":{\"iam:FIDO-certification\":\"L2\"}}", "Denies every kind of device")]
    [InlineData("Allow", "{\"StringEquals\":{\"iam:FIDO-certification\":\"L2\"}}", "The first phase needs an Allow of its own")]
    [InlineData("Allow", "{\"StringEquals\":{\"iam:RegisterSecurityKey\":\"Register\"}}", "Unknown value")]
    [InlineData("Allow", "{\"StringEquals\":{\"iam:FIDO-FIPS-140-2-certification\":\"L2plus\"}}", "Unknown value")]
    public void What_does_not_do_what_it_seems_to_is_named(string effect, string condition, string check) =>
        Assert.Contains(ValidatePolicy.Run(With(effect, condition, "iam:EnableMFADevice")), f => f.Check == check);

    [Fact]
    public void A_condition_on_another_action_is_warned_of() =>
        Assert.Contains(ValidatePolicy.Run(With("Allow", "{" + Activate + "}", "iam:ListUsers")), f => f.Check == "Condition key of another action");

    [Theory]
    [InlineData("Allow", "{\"StringEquals\":{\"iam:RegisterSecurityKey\":\"Create\"}}")]
    [InlineData("Allow", "{\"StringEquals\":{\"iam:RegisterSecurityKey\":\"Activate\",\"iam:FIDO-certification\":[\"L2\",\"L3plus\"]}}")]
    [InlineData("Deny", "{\"StringEquals\":{\"iam:RegisterSecurityKey\":\"Activate\"},\"StringNotEquals\":{\"iam:FIDO-certification\":\"L2\"}}")]
    [InlineData("Deny", "{\"StringEquals\":{\"iam:RegisterSecurityKey\":\"Activate\"},\"Null\":{\"iam:FIDO-FIPS-140-3-certification\":\"true\"}}")]
    public void What_does_it_is_not(string effect, string condition) =>
        Assert.Empty(ValidatePolicy.Run(With(effect, condition, "iam:EnableMFADevice")));

    private static string With(string effect, string condition, string action) =>
        $$"""{ "Version": "2012-10-17", "Statement": { "Effect": "{{effect}}", "Action": "{{action}}", "Resource": "*", "Condition": {{condition}} } }""";
}
