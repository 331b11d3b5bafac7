using IamConsole.Web.Passkeys;

namespace IamConsole.Web.Users;

/// <summary>The address at which an account's IAM users sign in.</summary>
public static class SignInLink
{
    /// <summary>With the alias, where the account has one.</summary>
    public static string For(RelyingParty site, string accountLabel) => $"{site.BaseUrl}/{accountLabel}/signin";
}
