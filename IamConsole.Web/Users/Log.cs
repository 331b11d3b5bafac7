namespace IamConsole.Web.Users;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "Users could not be read. Reference {Reference}")]
    public static partial void UsersUnread(this ILogger logger, string reference, Exception exception);
}
