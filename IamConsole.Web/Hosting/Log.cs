namespace IamConsole.Web.Hosting;

/// <summary>What the start tells the operator.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Remark}")]
    public static partial void Remark(this ILogger log, string remark);
}
