namespace IamConsole.Web.Hosting;

/// <summary>
/// Answers requests for the console's own host alone: a name that somebody else points here (DNS rebinding) reaches nothing,
/// and a proxy that hides the name is told.
/// </summary>
internal static partial class HostCheck
{
    private const int LongestShown = 100;

    /// <summary>Adds the check, behind routing.</summary>
    public static IApplicationBuilder UseHostCheck(this IApplicationBuilder app)
    {
        var own = app.ApplicationServices.GetRequiredService<OwnAddress>();
        var party = app.ApplicationServices.GetRequiredService<Passkeys.RelyingParty>();
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HostCheck));
        return app.Use(async (context, next) =>
        {
            var request = context.Request;
            if (own.Answers(request))
            {
                own.Straighten(request);
                await next();
            }
            else if (context.GetEndpoint()?.Metadata.GetMetadata<AnyHostAttribute>() is not null)
            {
                await next();
            }
            else
            {
                var host = request.Host.ToString();
                UnknownHost(log, context.Connection.RemoteIpAddress, host.Length > LongestShown ? host[..LongestShown] : host, party.BaseUrl, WrongAddress.Advice);
                await WrongAddress.RefuseAsync(context, StatusCodes.Status421MisdirectedRequest);
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request from {Peer} for the host {Host}: the console is opened at {Address}. {Advice}")]
    private static partial void UnknownHost(ILogger log, System.Net.IPAddress? peer, string host, string address, string advice);
}
