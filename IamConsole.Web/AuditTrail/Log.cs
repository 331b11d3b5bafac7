namespace IamConsole.Web.AuditTrail;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Critical, "The audit trail is not what was written")]
    public static partial void TrailBroken(this ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "No checkpoint of the audit trail could be made")]
    public static partial void CheckpointFailed(this ILogger logger, Exception exception);
}
