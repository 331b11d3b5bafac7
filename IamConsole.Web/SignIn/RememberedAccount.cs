using IamConsole.Core.Accounts;
using IamConsole.Core.Users;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.SignIn;

/// <summary>"Remember this account": account and user name in the browser's own cookie; never a factor.</summary>
/// <param name="Account">Number or alias.</param>
/// <param name="Name">IAM user name.</param>
public sealed record RememberedAccount(string Account, string Name)
{
    /// <summary>What the browser remembers, checked as if it were typed; null for nothing or nonsense.</summary>
    public static RememberedAccount? Read(HttpRequest request)
    {
        var parts = (request.Cookies[ConsoleCookies.Remember] ?? "").Split('/');
        return parts is [var account, var name] && IsAccount(account) && UserName.IsValid(name) ? new RememberedAccount(account, name) : null;
    }

    /// <summary>Remembers after the password was right.</summary>
    public void Write(HttpResponse response) => ConsoleCookies.SetRemembered(response, $"{Account}/{Name}");

    private static bool IsAccount(string text) => AccountId.IsValid(text) || AccountAlias.IsValid(text);
}
