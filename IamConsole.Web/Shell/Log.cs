namespace IamConsole.Web.Shell;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "A page failed. Reference {Reference}")]
    public static partial void PageFailed(this ILogger logger, string reference, Exception exception);

    [LoggerMessage(LogLevel.Error, "The database did not answer {Part}. Reference {Reference}")]
    public static partial void PartUnanswered(this ILogger logger, string part, string reference, Exception exception);
}
