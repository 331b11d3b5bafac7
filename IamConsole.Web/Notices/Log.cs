namespace IamConsole.Web.Notices;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "The outbox could not be read. Reference {Reference}")]
    public static partial void OutboxUnread(this ILogger logger, string reference, Exception exception);
}
