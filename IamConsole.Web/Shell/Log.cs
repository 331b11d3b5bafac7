namespace IamConsole.Web.Shell;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "A page failed. Reference {Reference}")]
    public static partial void PageFailed(this ILogger logger, string reference, Exception exception);
}
