namespace IamConsole.Core.Users;

/// <summary>A page of users.</summary>
/// <param name="Rows">The users.</param>
/// <param name="Total">All users of the account, whatever the filters.</param>
/// <param name="Matches">Users that the filters let through, counted up to <see cref="MostCounted"/> and one; null without filters.</param>
/// <param name="NextAfter">Pass as <see cref="UserQuery.After"/> for the next page; null on the last.</param>
public sealed record UserPage(IReadOnlyList<UserRow> Rows, long Total, int? Matches, string? NextAfter)
{
    /// <summary>Beyond this many, matches are "more than".</summary>
    public const int MostCounted = 10_000;
}
