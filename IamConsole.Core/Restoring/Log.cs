using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Restoring;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning,
        "An older database was brought back, up to row {LastRow} of {LastEventAt:u} (known by: {Sign}). Codes used since are ruled out, all sessions are ended. What happened since is gone: see docs/backup.md")]
    public static partial void Resumed(this ILogger logger, long lastRow, DateTimeOffset? lastEventAt, string sign);
}
