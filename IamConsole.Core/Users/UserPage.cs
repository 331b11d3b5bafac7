namespace IamConsole.Core.Users;

/// <summary>A page of users in the order of their names.</summary>
/// <param name="Rows">The users.</param>
/// <param name="Total">All users of the account, whatever the search.</param>
/// <param name="NextAfter">Pass as <c>after</c> for the next page; null on the last.</param>
public sealed record UserPage(IReadOnlyList<UserRow> Rows, int Total, string? NextAfter);
