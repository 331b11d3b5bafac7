using System.Globalization;
using IamConsole.Core.Users;

namespace IamConsole.Web.Users;

/// <summary>The users page's filters, order and place as they stand in its address: links lead to them, reload and back keep them.</summary>
/// <param name="Search">Part of a name or path.</param>
/// <param name="Mfa">"none", "passkey", "virtual" or "hardware".</param>
/// <param name="Access">"yes" or "no".</param>
/// <param name="Password">Days that a password is older than, or "never".</param>
/// <param name="Activity">Days of the last activity, "0" for today, or "never".</param>
/// <param name="Group">A user group's name.</param>
/// <param name="Sort">Name of a <see cref="UserSort"/>, in small letters.</param>
/// <param name="Direction">"desc", or nothing.</param>
/// <param name="After">Where the last page ended.</param>
public sealed record UserListAddress(
    string? Search = null, string? Mfa = null, string? Access = null, string? Password = null, string? Activity = null,
    string? Group = null, string? Sort = null, string? Direction = null, string? After = null)
{
    /// <summary>What never happened.</summary>
    public const string Never = "never";

    /// <summary>The other direction.</summary>
    public const string Down = "desc";

    /// <summary>The order asked for.</summary>
    public UserSort Order => Enum.TryParse<UserSort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : UserSort.Name;

    /// <summary>What Core is asked. Whatever makes no sense is left out.</summary>
    public UserQuery Query => new(
        Search,
        Mfa switch
        {
            "none" => MfaStrength.None,
            "passkey" => MfaStrength.SecurityKey,
            "virtual" => MfaStrength.Virtual,
            "hardware" => MfaStrength.Hardware,
            _ => null,
        },
        Access == "yes" ? true : Access == "no" || Password == Never ? false : null,
        Days(Password), Days(Activity), Activity == Never, Text(Group), Order, Direction == Down, After);

    /// <summary>The same list by <paramref name="sort"/>, or the other way round when that is its order already.</summary>
    public UserListAddress By(UserSort sort) => this with
    {
        Sort = sort is UserSort.Name ? null : sort.ToString().ToLowerInvariant(),
        Direction = sort == Order && Direction != Down ? Down : null,
        After = null,
    };

    /// <summary>Without filters, in the same order.</summary>
    public UserListAddress Unfiltered => new(Sort: Sort, Direction: Direction);

    /// <summary>The parameters of the address; null for those that say nothing.</summary>
    public IReadOnlyDictionary<string, object?> Parameters => new Dictionary<string, object?>
    {
        ["q"] = Text(Search),
        ["mfa"] = Text(Mfa),
        ["access"] = Text(Access),
        ["password"] = Text(Password),
        ["activity"] = Text(Activity),
        ["group"] = Text(Group),
        ["sort"] = Text(Sort),
        ["dir"] = Text(Direction),
        ["after"] = Text(After),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static int? Days(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 36_500 ? days : null;
}
