namespace IamConsole.Web.HardwareTokens;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "Hardware tokens could not be read. Reference {Reference}")]
    public static partial void TokensUnread(this ILogger logger, string reference, Exception exception);
}
