namespace IamConsole.Core.Policies;

/// <summary>A policy that speaks for a user or group, as their page shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Of a managed one; null for an inline policy.</param>
/// <param name="IsBuiltIn">Whether the console brought it along.</param>
/// <param name="Group">The group it comes from; null when it is the user's or group's own.</param>
/// <param name="Document">The text.</param>
public sealed record PrincipalPolicyRow(string Name, string? Arn, bool IsBuiltIn, string? Group, string Document)
{
    /// <summary>Whether it belongs to one user or group.</summary>
    public bool IsInline => Arn is null;
}
