using IamConsole.Core;

namespace IamConsole.Web.Sessions;

/// <summary>Where a request comes from. The address is the peer's, unless a listed proxy forwards (Hosting).</summary>
public static class ClientInfoReader
{
    private const int LongestUserAgent = 256;

    /// <summary>Reads address, user agent and request identifier.</summary>
    public static ClientInfo Read(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return new ClientInfo(
            context.Connection.RemoteIpAddress is { } address ? ClientNetwork.Normalize(address).ToString() : null,
            agent.Length > LongestUserAgent ? agent[..LongestUserAgent] : agent,
            context.TraceIdentifier);
    }
}
