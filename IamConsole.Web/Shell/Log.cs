namespace IamConsole.Web.Shell;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "A page failed. Reference {Reference}")]
    public static partial void PageFailed(this ILogger logger, string reference, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The database did not answer {Path} (reference {Reference}): {Why}")]
    public static partial void DatabaseAway(this ILogger logger, string path, string? reference, string why);

    [LoggerMessage(LogLevel.Error, "The database did not answer {Part}. Reference {Reference}")]
    public static partial void PartUnanswered(this ILogger logger, string part, string reference, Exception exception);
}
