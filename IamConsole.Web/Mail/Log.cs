namespace IamConsole.Web.Mail;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "Notice {NoticeId} was not taken by the mail server at attempt {Attempt}: {Failure}")]
    public static partial void MailNotTaken(this ILogger logger, string noticeId, int attempt, string failure);

    [LoggerMessage(LogLevel.Error, "The outbox could not be read; trying again shortly")]
    public static partial void OutboxUnread(this ILogger logger, Exception exception);
}
