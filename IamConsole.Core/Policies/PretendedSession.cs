using System.Globalization;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;

namespace IamConsole.Core.Policies;

/// <summary>A session that never was, for questions of the kind "what if": it has just begun.</summary>
internal static class PretendedSession
{
    /// <summary>Without MFA.</summary>
    public static Session Of(IamUser user, DateTimeOffset now) => new()
    {
        Id = "",
        AccountId = user.AccountId,
        UserId = user.Id,
        Kind = SessionKind.Console,
        SecurityStamp = "",
        CreatedAt = now,
        ExpiresAt = now,
        LastActivityAt = now,
        ProvenAt = now,
    };

    /// <summary>As the condition keys say that are set: with MFA or without, proven just now or so many seconds ago.</summary>
    public static Session Of(IamUser user, IReadOnlyDictionary<string, IReadOnlyList<string>> context, DateTimeOffset now)
    {
        var session = Of(user, now);
        var age = decimal.TryParse(Only(context, ConditionKeys.MfaAge), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds < int.MaxValue ? TimeSpan.FromSeconds((double)seconds) : (TimeSpan?)null;
        session.IsMfa = Only(context, ConditionKeys.MfaPresent) is { } present
            ? present.Equals("true", StringComparison.OrdinalIgnoreCase) : age is not null;
        if (age is not null) session.ProvenAt = now - age.Value;
        return session;
    }

    private static string? Only(IReadOnlyDictionary<string, IReadOnlyList<string>> context, string key) =>
        context.FirstOrDefault(k => k.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value is [var only] ? only : null;
}
