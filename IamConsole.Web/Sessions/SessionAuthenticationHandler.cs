using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace IamConsole.Web.Sessions;

/// <summary>Reads the session's row at each request: what was ended elsewhere is ended here.</summary>
public sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ReadSession sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string EnrolmentPage = "/register-mfa";

    private ExceptionDispatchInfo? _away;

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The page that says what failed needs no session, and must not wait for the same database again.
        if (Context.Features.Get<IExceptionHandlerFeature>() is not null) return AuthenticateResult.NoResult();
        if (!Request.Cookies.TryGetValue(ConsoleCookies.Session, out var token)) return AuthenticateResult.NoResult();
        SessionView? session;
        try
        {
            session = await sessions.RunAsync(token, Context.RequestAborted);
        }
        catch (Exception error) when (PassingFault.Is(error))
        {
            // Nobody is signed out by a database that is away; what needs no session (style sheets, sign-in) is served.
            _away = ExceptionDispatchInfo.Capture(error);
            return AuthenticateResult.NoResult();
        }

        return session is null
            ? AuthenticateResult.Fail("The session has ended.")
            : AuthenticateResult.Success(new AuthenticationTicket(
                SessionClaims.Principal(session, ClientInfoReader.Read(Context)), SessionClaims.Scheme));
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        _away?.Throw();
        if (!Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // A form of a session that has ended: its address may answer no GET.
        var back = HttpMethods.IsGet(Request.Method) ? QueryString.Create("returnUrl", Request.Path + Request.QueryString) : QueryString.Empty;
        Response.Redirect("/signin" + back);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        // An enrolment session outside its one page: back to it.
        var isPage = HttpMethods.IsGet(Request.Method) && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (isPage && Request.Path != EnrolmentPage) Response.Redirect(EnrolmentPage);
        else Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
