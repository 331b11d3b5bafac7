using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>Creates a user; a generated password is shown once, on this page, and kept nowhere.</summary>
public sealed partial class CreateUserPage
{
    private string? _name;
    private string? _path = "/";
    private string? _email;
    private bool _consoleAccess = true;
    private bool _administrator;
    private PasswordChoice _password = new();
    private PasswordPolicy _policy = PasswordPolicy.Default;
    private Error? _error;
    private Error? _denied;
    private UserRow? _created;
    private string? _generated;
    private TextInput? _nameInput;
    private TextInput? _pathInput;
    private TextInput? _emailInput;
    private ConsolePasswordFields? _passwordFields;

    [Inject] public required CreateUser Creation { get; set; }

    [Inject] public required GetUser Users { get; set; }

    [Inject] public required AskGate Gate { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required StepUp StepUp { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required FlashMessages Messages { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var asked = await Gate.RunAsync(await Session.CallerAsync(), IamAction.CreateUser, null, Left);
        _denied = await StepUp.RefusesAsync(asked, "create a user", UserAddress.List);

        // What the account asks of passwords, everybody may read with his own user.
        var me = await Users.RunAsync(await Session.CallerAsync(), (await Session.UserAsync()).UserId(), Left);
        if (me.Succeeded) _policy = me.Value.AccountPasswordPolicy;
    }

    private string? ErrorAt(string field) => _error?.MessageAt(field);

    private KeptUser? Keep() => _created is null
        ? new(_name, _path, _email, _consoleAccess, _administrator, _password.IsGenerated, _password.MustChange) : null;

    private void Back(KeptUser kept)
    {
        (_name, _path, _email) = (kept.Name, kept.Path, kept.Email);
        (_consoleAccess, _administrator) = (kept.ConsoleAccess, kept.Administrator);
        _password = new PasswordChoice { IsGenerated = kept.IsGenerated, MustChange = kept.MustChange };
        if (kept is { ConsoleAccess: true, IsGenerated: false }) _error = UserErrors.TypePasswordAgain;
    }

    private void NameTyped(string? name)
    {
        _name = name?.Trim();
        Check(UserErrors.InvalidName, UserName.IsValid(_name));
    }

    private void PathTyped(string? path)
    {
        _path = string.IsNullOrWhiteSpace(path) ? "/" : path.Trim();
        Check(UserErrors.InvalidPath, UserPath.IsValid(_path));
    }

    private void EmailTyped(string? email)
    {
        _email = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        Check(UserErrors.InvalidEmail, _email is null || EmailAddress.IsValid(_email));
    }

    // On leaving a field: its own error comes or goes, those of other fields stay.
    private void Check(Error rule, bool valid)
    {
        _error = Error.All(_error?.Without(rule.Field), valid ? null : rule);
    }

    private async Task CreateAsync()
    {
        using var act = BeginAct();
        if (act is null) return;
        _error = null;
        var password = _consoleAccess ? _password.Take(_policy) : null;
        var created = await Creation.RunAsync(
            await Session.CallerAsync(), new NewUser(_name, _path, password, _password.MustChange, [_administrator ? BuiltInPolicies.AdministratorAccess : BuiltInPolicies.SelfManageSignIn], _email), ToTheEnd);
        if (created.Succeeded) Show(created.Value, _password.IsGenerated ? password : null);
        else if (!await StepUp.TakesAsync(created.Error, $"create the user {_name}")) await RefuseAsync(created.Error);
    }

    private void Show(UserRow user, string? generated)
    {
        (_created, _generated) = (user, generated);
        _password = new PasswordChoice();
        Messages.Add(new FlashMessage(FlashKind.Success, $"User {user.Name} created.", ActionText: "View user", ActionHref: UserAddress.Of(user.Name)));
    }

    private async Task RefuseAsync(Error error)
    {
        _error = error;
        await (error.Field switch
        {
            UserErrors.NameField => _nameInput?.FocusAsync(),
            UserErrors.PathField => _pathInput?.FocusAsync(),
            UserErrors.EmailField => _emailInput?.FocusAsync(),
            UserErrors.PasswordField => _passwordFields?.FocusAsync(),
            _ => null,
        } ?? ValueTask.CompletedTask);
    }

    private void StartAgain()
    {
        Messages.Clear();
        (_created, _generated, _name, _path, _email, _administrator, _consoleAccess) = (null, null, null, "/", null, false, true);
    }
}
