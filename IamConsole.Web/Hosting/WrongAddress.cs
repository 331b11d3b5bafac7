using System.Net.Mime;

namespace IamConsole.Web.Hosting;

/// <summary>A request that was refused for its host or origin: the page says so to a person, one line to a program.</summary>
internal sealed class WrongAddress
{
    /// <summary>The page.</summary>
    public const string Page = "/wrong-address";

    /// <summary>What the operator of a proxy has to look after; the log says it too.</summary>
    public const string Advice =
        "A proxy must pass on Host (or X-Forwarded-Host) and Origin as they came, and its own address must stand in Proxy:KnownAddresses; "
        + "PublicUrl must be the address that people open.";

    /// <summary>Refuses; <see cref="StatusPages"/> shows the page to browsers.</summary>
    public static async Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Features.Set(new WrongAddress());
        if (StatusPages.TakesPages(context.Request) && !context.WebSockets.IsWebSocketRequest) return;
        context.Response.ContentType = MediaTypeNames.Text.Plain;
        await context.Response.WriteAsync("This is not the console's address. " + Advice);
    }
}
