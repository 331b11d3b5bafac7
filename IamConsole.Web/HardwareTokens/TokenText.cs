using System.Globalization;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.TokenStock;
using IamConsole.Web.Controls;

namespace IamConsole.Web.HardwareTokens;

/// <summary>A token's state in words and colour.</summary>
public static class TokenText
{
    /// <summary>So long before its last day a token is marked.</summary>
    private const int ExpiresSoon = 90;

    /// <summary>"Available", "Active", "Expires in 51 days".</summary>
    public static string State(TokenRow token, DateTimeOffset now) =>
        DaysLeft(token, now) is { } days
            ? days == 0 ? "Expires today" : $"{TokenStates.Name(token.State)}, expires in {Moments.Count(days, "day")}"
            : TokenStates.Name(token.State);

    /// <summary>Its colour.</summary>
    public static StatusKind Status(TokenRow token, DateTimeOffset now) => token.State switch
    {
        TokenState.Lost => StatusKind.Error,
        TokenState.Expired or TokenState.Retired or TokenState.Withdrawn => StatusKind.Stopped,
        TokenState.Suspended => StatusKind.Warning,
        _ when DaysLeft(token, now) is not null => StatusKind.Warning,
        TokenState.Active => StatusKind.Success,
        TokenState.Assigned => StatusKind.Pending,
        _ => StatusKind.Info,
    };

    /// <summary>"31 Jan 2031", or "-".</summary>
    public static string Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>The words of a line of history.</summary>
    public static string Event(TokenHistoryRow row) => row.Kind switch
    {
        TokenEventKind.Imported => "Imported",
        TokenEventKind.HandedOut => $"Handed out to {row.UserName}",
        TokenEventKind.TakenBack => $"Taken back from {row.UserName}",
        TokenEventKind.Activated => $"Activated as a device of {row.UserName}",
        TokenEventKind.Returned => $"Removed from {row.UserName}, returned to the stock",
        TokenEventKind.Suspended => $"Suspended at {row.UserName}",
        TokenEventKind.Resumed => $"Resumed at {row.UserName}",
        TokenEventKind.Lost => row.UserName is null ? "Reported lost" : $"Reported lost by or for {row.UserName}",
        TokenEventKind.Found => "Found, returned to the stock",
        TokenEventKind.Retired => row.UserName is null ? "Retired" : $"Removed from {row.UserName}, retired",
    };

    private static int? DaysLeft(TokenRow token, DateTimeOffset now) =>
        token.State is not (TokenState.Lost or TokenState.Retired or TokenState.Expired)
        && token.ExpiresOn?.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber is { } days and <= ExpiresSoon and >= 0
            ? days : null;
}
