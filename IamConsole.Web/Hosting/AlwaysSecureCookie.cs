namespace IamConsole.Web.Hosting;

/// <summary>
/// A cookie with the Secure attribute over http://localhost too, where browsers take it.
/// The framework's own "always" policy refuses to work there.
/// </summary>
internal sealed class AlwaysSecureCookie : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
