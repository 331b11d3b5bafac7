using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Permissions;

/// <summary>What the console itself says, in the same language and asked by the same evaluator as everybody's policies.</summary>
internal static class ConsolePolicies
{
    /// <summary>Root is allowed by default.</summary>
    public static NamedPolicy RootUser { get; } = Read(nameof(RootUser));

    /// <summary>Root's matters are root's alone, and root is no IAM user. Speaks for every principal.</summary>
    public static NamedPolicy ProtectRoot { get; } = Read(nameof(ProtectRoot));

    /// <summary>A session inside a sign-in assigns the first device and can do nothing else, whatever the user's policies say.</summary>
    public static NamedPolicy EnrolmentSession { get; } = Read(nameof(EnrolmentSession));

    private static NamedPolicy Read(string name) => new(
        name, "the console", PolicyParser.ReadOwn(ResourceText.Read($"IamConsole.Core.Permissions.ConsolePolicies.{name}.json")));
}
