namespace IamConsole.Core.Policies;

/// <summary>A policy that is about to be saved, and whom it will speak for.</summary>
/// <param name="Document">The text.</param>
/// <param name="Replaces">The ARN of the managed policy that it is the new text of; null for a new policy.</param>
/// <param name="UserId">For a new policy: the user it will be attached to, or null.</param>
/// <param name="GroupName">For a new policy: the group it will be attached to; with no user and no group every IAM user is asked.</param>
/// <param name="InlineName">The inline policy of that user or group that it is the new text of; null for any other.</param>
public sealed record PolicyDraft(string Document, string? Replaces, string? UserId, string? GroupName, string? InlineName = null);
