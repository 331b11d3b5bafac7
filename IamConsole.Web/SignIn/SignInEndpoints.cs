using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Antiforgery;

namespace IamConsole.Web.SignIn;

/// <summary>What the sign-in needs beside its pages. Every one is a POST with an antiforgery token.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/signin/mfa/key/options", BeginKeyAsync).AllowAnonymous();
        endpoints.MapPost("/signin/confirm/key/options", BeginConfirmationAsync);
        endpoints.MapPost("/signin/cancel", CancelAsync).AllowAnonymous();
        endpoints.MapPost("/signin/register-mfa/finish", FinishRegistrationAsync).RequireAuthorization(SessionPolicies.Enrolment);
        endpoints.MapPost("/signout", SignOutAsync).AllowAnonymous();
    }

    private static async Task<IResult> BeginKeyAsync(
        HttpContext context, IAntiforgery antiforgery, ReadPendingSignIn pending, AskForKey ask, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        var owner = await pending.FindUserAsync(SignInFlow.Token(context), BrowserBinding.Of(context.Request), ct);
        return owner is null ? Results.Conflict() : Results.Text(await ask.RunAsync(owner, ct), "application/json");
    }

    private static async Task<IResult> BeginConfirmationAsync(
        HttpContext context, IAntiforgery antiforgery, AskForKey ask, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        var owner = new PendingUser(context.User.Caller().SessionId, context.User.UserId());
        return Results.Text(await ask.RunAsync(owner, ct), "application/json");
    }

    private static async Task<IResult> CancelAsync(HttpContext context, IAntiforgery antiforgery, CancelSignIn cancel, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        await cancel.RunAsync(SignInFlow.Token(context), ct);
        ConsoleCookies.Delete(context.Response, ConsoleCookies.Pending);
        return Results.Redirect("/signin");
    }

    private static async Task<IResult> FinishRegistrationAsync(
        HttpContext context, IAntiforgery antiforgery, FinishMfaRegistration finish, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        Caller caller = context.User.Caller(context.TraceIdentifier);
        var session = await finish.RunAsync(caller, context.User.UserId(), ct);
        if (!session.Succeeded) return Results.Redirect("/register-mfa");
        await SignInFlow.StartSessionAsync(context, session.Value);
        return Results.Redirect("/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignOut signOut, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        await signOut.RunAsync(context.Request.Cookies[ConsoleCookies.Session], ClientInfoReader.Read(context), ct);
        ConsoleCookies.Delete(context.Response, ConsoleCookies.Session);
        ConsoleCookies.Delete(context.Response, ConsoleCookies.Pending);
        ForgetAll(context.Response);
        return Results.Redirect("/signin");
    }

    // Pages that the browser holds ready for "Back", and what they put by for this person. Not the cookies: "cookies" would take those
    // of every other site of the domain too, and ours that matter are taken back one by one.
    private static void ForgetAll(HttpResponse response) => response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
}
