using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>The forms of the ARNs that there are; see <see cref="Overlap"/>.</summary>
internal static class ResourceForms
{
    /// <summary>Twelve digits.</summary>
    public static readonly string Account = new(Overlap.Digit, 12);

    private static readonly string[] OfTheOriginal =
    [
        "mfa", "sms-mfa", "u2f", "role", "instance-profile", "server-certificate", "saml-provider", "oidc-provider", "access-report",
        "assumed-role", "federated-user",
    ];

    /// <summary>What an action of this kind is asked about.</summary>
    public static IEnumerable<string> Of(ResourceType type) => type switch
    {
        ResourceType.User => InAccount("user/" + Overlap.Anything, "root"),
        ResourceType.Group => InAccount("group/" + Overlap.Anything),
        ResourceType.Policy => InAccount("policy/" + Overlap.Anything)
            .Concat(Partition.All.Select(p => Arn.BuiltInPolicy(p, Overlap.Anything.ToString()))),
        ResourceType.Account => ["*"],
    };

    /// <summary>Where the original has MFA devices of their own; here they are asked about by their user.</summary>
    public static IEnumerable<string> Devices { get; } = InAccount([.. OfTheOriginal.Take(3).Select(t => $"{t}/{Overlap.Anything}")]).ToList();

    /// <summary>Everything that the original or the product has.</summary>
    public static IEnumerable<string> All { get; } =
    [
        .. new[] { ResourceType.User, ResourceType.Group, ResourceType.Policy }.SelectMany(Of),
        .. InAccount([.. OfTheOriginal.Select(t => $"{t}/{Overlap.Anything}")]),
    ];

    private static IEnumerable<string> InAccount(params string[] resources) =>
        Partition.All.SelectMany(p => resources.Select(r => $"arn:{p}:iam::{Account}:{r}"));
}
