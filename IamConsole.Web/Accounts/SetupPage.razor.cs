using IamConsole.Core;
using IamConsole.Core.AccountOpening;
using IamConsole.Core.Accounts;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Hosting;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using IamConsole.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Accounts;

/// <summary>First run: opens the first account, for whoever has the code that the server printed.</summary>
public sealed partial class SetupPage
{
    private bool _allowed;
    private Error? _error;

    [CascadingParameter] public required HttpContext Context { get; set; }

    [Inject] public required OpenAccount Open { get; set; }

    [Inject] public required SetupCode Setup { get; set; }

    [Inject] public required BeginSignIn Begin { get; set; }

    [Inject] public required SkipMfaRegistration Skip { get; set; }

    [Inject] public required RelyingParty Here { get; set; }

    [Inject] public required FlashCookie Flash { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = "code")] public string? Code { get; set; }

    [SupplyParameterFromForm(Name = "Input")] private SetupForm? Form { get; set; }

    private SetupForm Input { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Input = Form ?? new SetupForm { Partition = Partition.Aws };
        _allowed = Setup.Matches(Code) || Setup.Matches(Form?.SetupCode);
        try
        {
            _allowed = _allowed && await Open.IsNeededAsync(Context.RequestAborted);
        }
        catch (Exception away) when (Form is not null && ServiceUnavailable.Answer(Context, away) is { } told)
        {
            // The form stays, with what was typed; creating the account asks again.
            _error = told;
        }

        if (!_allowed) Context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private string? At(string field) => _error?.MessageAt(field);

    // Passwords that were right stay; whoever reads this page typed them, and no cache keeps it.
    private string? RightPassword => At(UserErrors.PasswordField) is null && At(UserErrors.ConfirmField) is null ? Input.Password : null;

    private async Task CreateAsync()
    {
        if (!_allowed || _error is not null) return;
        var wanted = new NewAccount(
            Input.Name, Input.Alias, Input.Partition, Input.Country, Input.RootEmail?.Trim(), Input.Password ?? "",
            Blank(Input.AdministratorName), Blank(Input.AccountId));
        _error = Error.All(
            NewAccountRules.Check(wanted),
            PasswordText.AreSame(Input.Password, Input.Confirm) ? null : UserErrors.PasswordsDiffer,
            Setup.Matches(Input.SetupCode) ? null : AccountOpeningErrors.WrongCode);
        if (_error is not null) return;
        try
        {
            var opened = await Open.RunAsync(wanted, ClientInfoReader.Read(Context), onlyIfFirst: true, Context.RequestAborted);
            if (opened.Succeeded) await SignInAsync(wanted, opened.Value);
            else _error = opened.Error;
        }
        catch (Exception away) when (ServiceUnavailable.Answer(Context, away) is { } told)
        {
            _error = told;
        }

        if (_error == UserErrors.Busy) SignInDoor.SayBusy(Context.Response);
    }

    /// <summary>Whoever opened the account goes on to the dashboard, where MFA for root comes first.</summary>
    private async Task SignInAsync(NewAccount wanted, OpenedAccount opened)
    {
        var isRoot = Partition.AllowsRootSignIn(wanted.Partition!);
        var typed = isRoot
            ? new Credentials(null, null, wanted.RootEmail, wanted.Password)
            : new Credentials(opened.AccountId, wanted.AdministratorName, null, wanted.Password);
        var (binding, client) = (BrowserBinding.Of(Context.Request), ClientInfoReader.Read(Context));
        var begun = await Begin.RunAsync(typed, binding, client, Context.RequestAborted);
        if (!begun.Succeeded)
        {
            Navigation.NavigateTo("/signin");
            return;
        }

        var step = begun.Value.Step;
        if (step.Next is SignInNext.RegisterMfa
            && await Skip.RunAsync(begun.Value.PendingToken, binding, client, Context.RequestAborted) is { Succeeded: true } skipped)
            step = skipped.Value;
        Flash.Put(Context, new FlashMessage(
            FlashKind.Success,
            $"Account ID {AccountId.Grouped(opened.AccountId)}{(opened.Label == opened.AccountId ? "" : $", alias {opened.Label}")}. "
            + $"Its users sign in at {Here.BaseUrl}/{opened.Label}/signin", "The account is ready"));
        Navigation.NavigateTo(await SignInFlow.BeginAsync(Context, begun.Value with { Step = step }, returnUrl: null));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
