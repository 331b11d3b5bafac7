namespace IamConsole.Core.Policies.Language;

/// <summary>A policy in IAM's language, ready to be evaluated (IAM User Guide, "Grammar of the IAM JSON policy language").</summary>
/// <param name="Version"><c>2012-10-17</c>, or <c>2008-10-17</c>, in which policy variables are plain text.</param>
/// <param name="Id">The document's own name, or null.</param>
/// <param name="Statements">At least one.</param>
public sealed record PolicyDocument(string Version, string? Id, IReadOnlyList<PolicyStatement> Statements)
{
    /// <summary>The version in which policy variables work.</summary>
    public const string CurrentVersion = "2012-10-17";

    /// <summary>The version that is assumed when none is given.</summary>
    public const string OldVersion = "2008-10-17";
}
