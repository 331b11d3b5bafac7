using System.Globalization;

namespace IamConsole.Core.Users;

/// <summary>Where a page of users ended: a name, and the value of the order's column. No name holds a tilde.</summary>
internal sealed record UserCursor(string Name, string? Value)
{
    private const char Between = '~';

    public int Strength => (int)Number;

    public DateTimeOffset? Time => string.IsNullOrEmpty(Value) ? null : new DateTimeOffset(Number, TimeSpan.Zero);

    private long Number => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= DateTimeOffset.MaxValue.Ticks ? number : 0;

    /// <summary>The cursor of an address, which anybody may have typed.</summary>
    public static UserCursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Any(char.IsControl) || text.Any(char.IsSurrogate)) return null;
        var parts = text.Split(Between, 2);
        return new UserCursor(UserName.Normalize(parts[0]), parts.Length == 2 ? parts[1] : null);
    }

    /// <summary>The cursor behind <paramref name="row"/> in the order of <paramref name="sort"/>.</summary>
    public static string After(UserRow row, UserSort sort)
    {
        var name = UserName.Normalize(row.Name);
        return sort switch
        {
            UserSort.Name => name,
            UserSort.Path => name + Between + row.Path,
            UserSort.Mfa => name + Between + ((int)row.MfaStrength).ToString(CultureInfo.InvariantCulture),
            UserSort.PasswordAge => name + Between + Ticks(row.PasswordChangedAt),
            UserSort.LastActivity => name + Between + Ticks(row.LastSignInAt),
            UserSort.Created => name + Between + Ticks(row.CreatedAt),
        };
    }

    private static string Ticks(DateTimeOffset? time) => time?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";
}
