using IamConsole.Core.Users;

namespace IamConsole.Web.Users;

/// <summary>A column of the users page besides the name.</summary>
/// <param name="Key">What the browser remembers it by.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Sort">The order it offers; null for none.</param>
/// <param name="OnPhone">Whether it is shown on a phone.</param>
public sealed record UserColumn(string Key, string Title, UserSort? Sort, bool OnPhone = true)
{
    /// <summary>All of them, from left to right.</summary>
    public static IReadOnlyList<UserColumn> All { get; } =
    [
        new("path", "Path", UserSort.Path, OnPhone: false),
        new("mfa", "MFA", UserSort.Mfa),
        new("password", "Password age", UserSort.PasswordAge),
        new("activity", "Last activity", UserSort.LastActivity),
        new("sign-in", "Console last sign-in", null),
        new("created", "Created", UserSort.Created),
    ];

    /// <summary>Shown until somebody chooses.</summary>
    public static IReadOnlyList<UserColumn> Usual { get; } = [.. All.Where(column => column.Key != "sign-in")];
}
