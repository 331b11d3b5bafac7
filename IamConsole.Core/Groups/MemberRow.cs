namespace IamConsole.Core.Groups;

/// <summary>A member of a group.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The user's name.</param>
/// <param name="LastSignInAt">The last complete sign-in, or null.</param>
public sealed record MemberRow(string UserId, string Name, DateTimeOffset? LastSignInAt);
