using IamConsole.Core;
using IamConsole.Core.SignIn;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    public const string Browser = "browser-1";

    /// <summary>The first step: the secret of a pending sign-in.</summary>
    public async Task<string> PendingAsync(Person person) =>
        (await Get<BeginSignIn>().RunAsync(person.Credentials, Browser, Client, Ct)).Ok().PendingToken;

    public Task<Result<SignInStep>> TypeCodeAsync(string pending, string? code) =>
        Get<ProveFactor>().WithCodeAsync(pending, Browser, code, Client, Ct);

    public Task<Result<BegunSignIn>> TypePasswordAsync(Credentials typed) =>
        Get<BeginSignIn>().RunAsync(typed, Browser, Client, Ct);

    /// <summary>A complete sign-in, with a new code where the person has an app; root without a device skips.</summary>
    public async Task<SignedIn> SignInAsync(Person person)
    {
        if (person.App is not null) Clock.Advance(TimeSpan.FromSeconds(30));
        var begun = (await TypePasswordAsync(person.Credentials)).Ok();
        var step = begun.Step.Next switch
        {
            SignInNext.Factor => (await TypeCodeAsync(begun.PendingToken, person.App!.Code())).Ok(),
            SignInNext.ActivateToken => (await Get<SkipTokenActivation>().RunAsync(begun.PendingToken, Browser, Client, Ct)).Ok(),
            SignInNext.RegisterMfa => (await Get<SkipMfaRegistration>().RunAsync(begun.PendingToken, Browser, Client, Ct)).Ok(),
            SignInNext.PasswordExpired or SignInNext.ChangePassword or SignInNext.Done => begun.Step,
        };
        Assert.Equal(SignInNext.Done, step.Next);
        return new SignedIn(person.UserId, step.SessionToken!);
    }

    /// <summary>Asks the gate for a proof again, by code or password, and goes on under the new session.</summary>
    public async Task<SignedIn> ConfirmAsync(SignedIn session, Person person)
    {
        if (person.App is not null) Clock.Advance(TimeSpan.FromSeconds(30));
        var confirm = Get<ConfirmIdentity>();
        var token = person.App is { } app
            ? await confirm.WithCodeAsync(session.Caller, person.UserId, app.Code(), Ct)
            : await confirm.WithPasswordAsync(session.Caller, person.UserId, person.Password, Ct);
        return new SignedIn(person.UserId, token.Ok());
    }
}
