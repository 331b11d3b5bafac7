using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Web.Hosting;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.SignIn;

/// <summary>The first step of root: the e-mail address, then the password. Nothing is looked up in between.</summary>
public sealed partial class RootSignInPage
{
    private Error? _error;
    private string? _emailError;
    private bool _asksPassword;

    [CascadingParameter] public required HttpContext Context { get; set; }

    [Inject] public required BeginSignIn Begin { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")] public string? Back { get; set; }

    [SupplyParameterFromForm(Name = "Input")] private RootSignInForm? Form { get; set; }

    private RootSignInForm Input { get; set; } = new();

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity?.IsAuthenticated == true)
        {
            Navigation.NavigateTo(ReturnUrl.Local(Back));
            return;
        }

        Input = Form ?? new RootSignInForm();
        Input.Email = Input.Email?.Trim();

        // The form that was sent must be on the page again, or the framework finds no handler for it.
        _asksPassword = Input.Password is not null;
    }

    private void AskPassword()
    {
        _asksPassword = EmailAddress.IsValid(Input.Email);
        if (!_asksPassword) _emailError = AccountErrors.InvalidEmail.Message;
    }

    private async Task SignInAsync()
    {
        _asksPassword = true;
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
        var typed = new Credentials(null, null, Input.Email ?? "", Input.Password ?? "");
        var begun = await Begin.RunAsync(typed, BrowserBinding.Of(Context.Request), ClientInfoReader.Read(Context), Context.RequestAborted);
        if (begun.Succeeded)
        {
            Navigation.NavigateTo(await SignInFlow.BeginAsync(Context, begun.Value, Back));
            return;
        }

        _error = begun.Error;
        if (_error == SignInErrors.Busy) Context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
