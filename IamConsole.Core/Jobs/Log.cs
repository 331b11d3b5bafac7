using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Jobs;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} job {JobId} failed")]
    public static partial void JobFailed(ILogger log, Exception error, string kind, string jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The {Kind} job {JobId} met a passing fault; it is tried again in {Seconds} seconds")]
    public static partial void JobPutOff(ILogger log, Exception error, string kind, string jobId, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another server has taken the {Kind} job {JobId} over; nothing more was written here")]
    public static partial void JobLost(ILogger log, string kind, string jobId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot look for jobs; trying again shortly")]
    public static partial void CannotLook(ILogger log, Exception error);
}
