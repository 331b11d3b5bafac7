namespace IamConsole.Core.Policies;

/// <summary>A managed policy as lists show it.</summary>
/// <param name="Arn">What attachments refer to.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsBuiltIn">Whether the console brought it along.</param>
/// <param name="Description">For people, or null.</param>
/// <param name="Attachments">To how many users and groups it is attached.</param>
/// <param name="UpdatedAt">When it was last written; null for a built-in one.</param>
public sealed record PolicyRow(
    string Arn, string Name, bool IsBuiltIn, string? Description, int Attachments, DateTimeOffset? UpdatedAt);
