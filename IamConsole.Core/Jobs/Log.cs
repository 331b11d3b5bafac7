using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Jobs;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} job {JobId} failed")]
    public static partial void JobFailed(ILogger log, Exception error, string kind, string jobId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot look for jobs; trying again shortly")]
    public static partial void CannotLook(ILogger log, Exception error);
}
