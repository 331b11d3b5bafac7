using IamConsole.Core;
using IamConsole.Core.SignIn;
using IamConsole.Web.Hosting;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>The first step of an IAM user. One answer for every failure.</summary>
public sealed partial class SignInPage
{
    private Error? _error;
    private bool _remember;
    private bool _remembered;

    [CascadingParameter] public required HttpContext Context { get; set; }

    [Inject] public required BeginSignIn Begin { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Parameter] public string? AccountOrAlias { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")] public string? Back { get; set; }

    [SupplyParameterFromQuery(Name = "fresh")] public string? Fresh { get; set; }

    [SupplyParameterFromForm(Name = "Input")] private SignInForm? Form { get; set; }

    private SignInForm Input { get; set; } = new();

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity?.IsAuthenticated == true)
        {
            Navigation.NavigateTo(ReturnUrl.Local(Back));
            return;
        }

        Input = Form ?? new SignInForm();
        _remember = Input.Remember is not null;
        if (Form is null && Fresh is null && RememberedAccount.Read(Context.Request) is { } remembered
            && (AccountOrAlias is null || AccountOrAlias == remembered.Account))
        {
            (Input.Account, Input.UserName) = (remembered.Account, remembered.Name);
            _remember = _remembered = true;
        }

        if (AccountOrAlias is not null && Form is null) Input.Account = AccountOrAlias;
    }

    private async Task SignInAsync()
    {
        try
        {
            await BeginAsync();
        }
        catch (Exception away) when (ServiceUnavailable.Answer(Context, away) is { } told)
        {
            _error = told;
        }
    }

    private async Task BeginAsync()
    {
        var typed = new Credentials(Input.Account?.Trim(), Input.UserName, null, Input.Password ?? "");
        var begun = await Begin.RunAsync(typed, BrowserBinding.Of(Context.Request), ClientInfoReader.Read(Context), Context.RequestAborted);
        if (!begun.Succeeded)
        {
            _error = begun.Error;
            if (_error == SignInErrors.Busy) Context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (_remember) new RememberedAccount(typed.Account!, typed.UserName!).Write(Context.Response);
        else ConsoleCookies.Delete(Context.Response, ConsoleCookies.Remember);
        Navigation.NavigateTo(await SignInFlow.BeginAsync(Context, begun.Value, Back));
    }
}
