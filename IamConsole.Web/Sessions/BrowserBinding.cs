using IamConsole.Core;

namespace IamConsole.Web.Sessions;

/// <summary>What ties a pending sign-in to its browser, besides its cookie: the antiforgery cookie and the user agent.</summary>
public static class BrowserBinding
{
    /// <summary>A hash over both.</summary>
    public static string Of(HttpRequest request) => SecretToken.Hash(
        $"{request.Headers.UserAgent}\n{request.Cookies[ConsoleCookies.Antiforgery]}");
}
