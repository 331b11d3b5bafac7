using IamConsole.Web.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace IamConsole.Web.Hosting;

/// <summary>What the known proxies say of the visitor, believed from proxy to proxy until one is not known.</summary>
internal static partial class Proxies
{
    private const string Forwarded = "X-Forwarded-For";
    private const string AddressBefore = "X-Original-For";

    /// <summary>Adds the settings.</summary>
    public static IServiceCollection AddProxies(this IServiceCollection services) => services
        .AddSingleton<OwnAddress>()
        .AddSingleton<IPostConfigureOptions<ForwardedHeadersOptions>>(s => new PostConfigureOptions<ForwardedHeadersOptions>(
            Options.DefaultName, options => Read(options, s.GetRequiredService<ConsoleSettings>().Proxies)));

    /// <summary>Reads the headers before anything looks at the request.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Proxies));
        var told = 0;
        app.UseForwardedHeaders();
        return app.Use((context, next) =>
        {
            // A server that listens to IPv4 and IPv6 at once sees one visitor under two spellings.
            var connection = context.Connection;
            if (connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped) connection.RemoteIpAddress = mapped.MapToIPv4();

            // Once: anybody can send such a header.
            var headers = context.Request.Headers;
            if (headers.ContainsKey(Forwarded) && !headers.ContainsKey(AddressBefore) && Interlocked.Exchange(ref told, 1) is 0)
                UnknownProxy(log, connection.RemoteIpAddress);
            return next();
        });
    }

    private static void Read(ForwardedHeadersOptions options, KnownProxies proxies)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();

        // Two empty lists would mean that everybody is believed.
        options.ForwardedHeaders = proxies.Any
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost
            : ForwardedHeaders.None;
        foreach (var address in proxies.Addresses) options.KnownProxies.Add(address);
        foreach (var network in proxies.Networks) options.KnownIPNetworks.Add(network);

        // The chain ends at the first address that is not known; a number would cut it short behind a second proxy.
        options.ForwardLimit = null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "{Peer} sends X-Forwarded-For and does not stand in Proxy:KnownAddresses. If it is a proxy, all its visitors count as one address")]
    private static partial void UnknownProxy(ILogger log, System.Net.IPAddress? peer);
}
