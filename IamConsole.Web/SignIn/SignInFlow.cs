using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.SignIn;

/// <summary>Turns the steps of a sign-in into cookies and addresses.</summary>
internal static class SignInFlow
{
    /// <summary>The pending sign-in's secret of this browser.</summary>
    public static string? Token(HttpContext context) => context.Request.Cookies[ConsoleCookies.Pending];

    /// <summary>A right password: the browser gets a new secret, or at once a session.</summary>
    public static Task<string> BeginAsync(HttpContext context, BegunSignIn begun, string? returnUrl)
    {
        if (begun.Step.Next is not (SignInNext.Done or SignInNext.PasswordExpired)) ConsoleCookies.Set(context.Response, ConsoleCookies.Pending, begun.PendingToken);
        return GoOnAsync(context, begun.Step, returnUrl);
    }

    /// <summary>Where the next step is; at the end the session's cookie takes the place of the pending one.</summary>
    public static async Task<string> GoOnAsync(HttpContext context, SignInStep step, string? returnUrl)
    {
        if (step.Next is SignInNext.PasswordExpired) ConsoleCookies.Delete(context.Response, ConsoleCookies.Pending);
        if (step.Next is not SignInNext.Done) return Address(step.Next, returnUrl);
        await StartSessionAsync(context, step.SessionToken!);
        return ReturnUrl.Local(returnUrl);
    }

    /// <summary>
    /// Sets the session's cookie and takes the pending one back. The session that this browser had before ends: its cookie
    /// goes, and a copy of it must be worth nothing (ASVS 7.2.4).
    /// </summary>
    public static async Task StartSessionAsync(HttpContext context, string token)
    {
        await context.RequestServices.GetRequiredService<SignOut>().RunAsync(
            context.Request.Cookies[ConsoleCookies.Session], ClientInfoReader.Read(context), context.RequestAborted);
        ConsoleCookies.Set(context.Response, ConsoleCookies.Session, token);
        ConsoleCookies.Delete(context.Response, ConsoleCookies.Pending);
    }

    /// <summary>The page of a step.</summary>
    public static string Address(SignInNext next, string? returnUrl) => ReturnUrl.Append(next switch
    {
        SignInNext.Factor => "/signin/mfa",
        SignInNext.ActivateToken => "/signin/activate-token",
        SignInNext.RegisterMfa => "/signin/register-mfa",
        SignInNext.ChangePassword => "/signin/change-password",
        SignInNext.PasswordExpired => $"/signin/ended?why={SignInErrors.PasswordExpired.Code}",
        SignInNext.Done => "/",
    }, returnUrl);

    /// <summary>Kinds as the address names them.</summary>
    public static string MethodName(Core.MfaDevices.MfaDeviceKind kind) => kind switch
    {
        Core.MfaDevices.MfaDeviceKind.SecurityKey => "key",
        Core.MfaDevices.MfaDeviceKind.Virtual => "app",
        Core.MfaDevices.MfaDeviceKind.Hardware => "token",
    };
}
