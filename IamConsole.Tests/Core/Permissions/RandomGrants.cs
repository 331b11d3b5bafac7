using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>Policies over what a gate's request has: tags of both users, MFA and its age, the client, resources of an account. The same seed gives the same ones.</summary>
internal sealed class RandomGrants(int seed)
{
    private static readonly string[] Actions =
        ["*", "iam:*", "iam:Get*", "iam:*MFA*", "iam:*User*", "iam:*Policy", "iam:*Group*", "iamconsole:*", "iamconsole:GetRefusedCode", "iam:List*"];

    private static readonly string[] Resources =
        ["*", "*", "arn:aws:iam::*:user/*", "arn:*:iam::*:user/${aws:username}", "arn:aws:iam::*:group/staff", "arn:aws:iam::*:policy/*", "arn:aws:iam::*:user/team/*"];

    private static readonly string[] Conditions =
    [
        "{}", "{}",
        "{\"StringEquals\":{\"aws:ResourceTag/team\":\"blue\"}}",
        "{\"StringEquals\":{\"aws:ResourceTag/Team\":\"${aws:PrincipalTag/team}\"}}",
        "{\"StringNotEquals\":{\"aws:ResourceTag/team\":\"red\"}}",
        "{\"Null\":{\"aws:ResourceTag/team\":\"true\"}}",
        "{\"StringLike\":{\"aws:PrincipalTag/team\":\"r*\"}}",
        "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}",
        "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"false\"}}",
        "{\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"600\"}}",
        "{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"}}",
        "{\"StringLike\":{\"aws:UserAgent\":\"Test*\"}}",
        "{\"StringEquals\":{\"aws:PrincipalType\":\"User\",\"aws:username\":\"alice\"}}",
        "{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2026\"}}",
    ];

    private readonly Dice _random = new(seed);

    public string Policy()
    {
        var statements = Enumerable.Range(0, 7).Select(i =>
            $$"""{"Effect":"{{(i > 4 ? "Deny" : "Allow")}}","{{(_random.Next(8) == 0 ? "NotAction" : "Action")}}":"{{Pick(Actions)}}","Resource":"{{Pick(Resources)}}","Condition":{{Pick(Conditions)}} }""");
        return $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", statements)}},{"Effect":"Allow","Action":"{{(seed % 2 == 0 ? "iam:Get*" : "*")}}","Resource":"*"}]}""";
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
