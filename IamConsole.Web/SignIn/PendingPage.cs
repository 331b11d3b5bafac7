using IamConsole.Core;
using IamConsole.Core.SignIn;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>A page behind the password: finds the pending sign-in anew, and leads elsewhere when something else is missing.</summary>
public abstract class PendingPage : ComponentBase
{
    [CascadingParameter] public required HttpContext Context { get; set; }

    [Inject] public required ReadPendingSignIn Pending { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")] public string? Back { get; set; }

    /// <summary>The step that this page is for.</summary>
    protected abstract SignInNext Step { get; }

    /// <summary>Null once the page leads elsewhere.</summary>
    protected PendingSignInView? View { get; private set; }

    /// <summary>What the last form was refused for.</summary>
    protected Error? Error { get; set; }

    protected string? Token => SignInFlow.Token(Context);

    protected string Binding => BrowserBinding.Of(Context.Request);

    protected ClientInfo Client => ClientInfoReader.Read(Context);

    protected CancellationToken Aborted => Context.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        var view = await Pending.RunAsync(Token, Binding, Aborted);
        if (view is null) Leave(SignInErrors.PendingEnded);
        else if (view.Next != Step) Navigation.NavigateTo(SignInFlow.Address(view.Next, Back));
        else View = view;
    }

    /// <summary>Goes on after a step, or keeps the page with its refusal.</summary>
    protected async Task TakeAsync(Result<SignInStep> result)
    {
        if (result.Succeeded)
        {
            Navigation.NavigateTo(await SignInFlow.GoOnAsync(Context, result.Value, Back));
            return;
        }

        Refuse(result.Error);
        if (View is not null) View = await Pending.RunAsync(Token, Binding, Aborted) ?? View;
    }

    /// <summary>Keeps the page with the refusal, or leaves it when the sign-in has ended.</summary>
    protected void Refuse(Error error)
    {
        Error = error;
        if (error == SignInErrors.PendingEnded || error == SignInErrors.PasswordCountsAsStolen) Leave(error);
        else if (error == SignInErrors.Busy) SignInDoor.SayBusy(Context.Response);
    }

    protected string? ErrorAt(string field) => Error?.MessageAt(field);

    private void Leave(Error why)
    {
        View = null;
        ConsoleCookies.Delete(Context.Response, ConsoleCookies.Pending);
        Navigation.NavigateTo(ReturnUrl.Append($"/signin/ended?why={why.Code}", Back));
    }
}
