using System.Security.Cryptography;
using System.Text.Json;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.DataProtection;

namespace IamConsole.Web.Shell;

/// <summary>
/// Carries one message over a redirect, e.g. when a change of devices refreshed the session cookie.
/// Sealed, so that nobody else can put words on the screen.
/// </summary>
public sealed class FlashCookie(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("IamConsole.Flash").ToTimeLimitedDataProtector();

    /// <summary>Call before the redirect is written.</summary>
    public void Put(HttpContext context, FlashMessage message) =>
        ConsoleCookies.Set(
            context.Response, ConsoleCookies.Flash, _protector.Protect(JsonSerializer.Serialize(message), Lifetime), Lifetime);

    /// <summary>Reads and removes it.</summary>
    public FlashMessage? Take(HttpContext context)
    {
        if (context.Request.Cookies[ConsoleCookies.Flash] is not { } sealedMessage) return null;
        ConsoleCookies.Delete(context.Response, ConsoleCookies.Flash);
        try
        {
            return JsonSerializer.Deserialize<FlashMessage>(_protector.Unprotect(sealedMessage));
        }
        catch (CryptographicException)
        {
            // Expired or forged: a message is not worth an error page.
            return null;
        }
    }
}
