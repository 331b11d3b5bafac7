namespace IamConsole.Core.Accounts;

/// <summary>The partitions of this installation; identities and hardware tokens never cross them.</summary>
public static class Partition
{
    /// <summary>The commercial partition.</summary>
    public const string Aws = "aws";

    /// <summary>GovCloud (US): the root user neither signs in to the console nor has devices.</summary>
    public const string AwsUsGov = "aws-us-gov";

    /// <summary>All partitions, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [Aws, AwsUsGov];

    /// <summary>Whether the root user may sign in to the console and have MFA devices.</summary>
    public static bool AllowsRootSignIn(string partition) => partition == Aws;
}
