namespace IamConsole.Web.Hosting;

/// <summary>The console prints what an operator needs; the framework's chatter only from warnings on.</summary>
internal static class QuietLogging
{
    public static void Configure(ILoggingBuilder logging, StartPhase start) => logging
        .AddFilter("Microsoft", level => level >= LogLevel.Warning && (start.IsOver || level is LogLevel.Warning))

        // Says at every start that keys lie unencrypted in the folder; README says it once.
        .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error)

        // An ended session is everyday.
        .AddFilter("IamConsole.Web.Sessions.SessionAuthenticationHandler", LogLevel.Warning);
}
