namespace IamConsole.Core.Users;

/// <summary>What the users page asks for. Filters narrow each other.</summary>
/// <param name="Search">
/// Part of a name or path, without regard to case; null for all. Shorter than three characters: the beginning of a name,
/// or of a path when it begins with a slash.
/// </param>
/// <param name="Mfa">Only users with this kind of device, or, for <see cref="MfaStrength.None"/>, with a password and no device.</param>
/// <param name="ConsoleAccess">Only users with a password (true) or without (false).</param>
/// <param name="PasswordOlderThan">Only passwords older than this many days.</param>
/// <param name="ActiveWithin">Only users who were active in the last so many days, 0 for today (UTC).</param>
/// <param name="NeverActive">Only users who were never active.</param>
/// <param name="Group">Only members of the user group of this name.</param>
/// <param name="Sort">The order.</param>
/// <param name="Descending">The order turned round.</param>
/// <param name="After">Where the last page ended, see <see cref="UserPage.NextAfter"/>; null for the first page.</param>
/// <param name="Size">Rows, at most 100.</param>
public sealed record UserQuery(
    string? Search = null,
    MfaStrength? Mfa = null,
    bool? ConsoleAccess = null,
    int? PasswordOlderThan = null,
    int? ActiveWithin = null,
    bool NeverActive = false,
    string? Group = null,
    UserSort Sort = UserSort.Name,
    bool Descending = false,
    string? After = null,
    int Size = 25)
{
    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Mfa is not null || ConsoleAccess is not null
        || PasswordOlderThan is not null || ActiveWithin is not null || NeverActive || !string.IsNullOrEmpty(Group);
}
