namespace IamConsole.Web.Dashboard;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "The dashboard could not be read. Reference {Reference}")]
    public static partial void DashboardUnread(this ILogger logger, string reference, Exception exception);
}
