namespace IamConsole.Web.Hosting;

/// <summary>Work by the clock that met a database which was busy or away: one line, no trace, and it comes again.</summary>
internal static partial class PassingLog
{
    /// <summary>How soon work that comes seldom is tried again.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    public static void DatabaseAway(this ILogger log, string work, Exception error) => Away(log, work, error.GetBaseException().Message);

    [LoggerMessage(LogLevel.Warning, "The database did not answer ({Work}); tried again shortly: {Why}")]
    private static partial void Away(ILogger log, string work, string why);
}
