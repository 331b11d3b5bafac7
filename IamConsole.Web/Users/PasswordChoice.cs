using IamConsole.Core.Accounts;
using IamConsole.Core.Users;

namespace IamConsole.Web.Users;

/// <summary>How a console password is made: what the form holds until it is sent.</summary>
public sealed class PasswordChoice
{
    /// <summary>Made by the console and shown once; otherwise <see cref="Custom"/>.</summary>
    public bool IsGenerated { get; set; } = true;

    /// <summary>What the administrator typed.</summary>
    public string? Custom { get; set; }

    /// <summary>"User must create a new password at next sign-in".</summary>
    public bool MustChange { get; set; } = true;

    /// <summary>The password to set: a new one at each call when generated, by what the account asks.</summary>
    public string Take(PasswordPolicy policy) => IsGenerated ? GeneratedPassword.New(policy) : Custom ?? "";
}
