namespace IamConsole.Core.Users;

/// <summary>Every refusal of this slice.</summary>
public static class UserErrors
{
    /// <summary>Field of the user name.</summary>
    public const string NameField = "UserName";

    /// <summary>Field of the path.</summary>
    public const string PathField = "Path";

    /// <summary>Field of a password.</summary>
    public const string PasswordField = "Password";

    /// <summary>Field of the present password.</summary>
    public const string OldPasswordField = "OldPassword";

    /// <summary>Field of the e-mail address.</summary>
    public const string EmailField = "Email";

    /// <summary>The name has a wrong form.</summary>
    public static readonly Error InvalidName = new(
        "ValidationError", "Use 1 to 64 letters, digits and the characters + = , . @ _ -", NameField);

    /// <summary>The name is taken, without regard to case.</summary>
    public static Error NameTaken(string name) => new("EntityAlreadyExists", $"User with name {name} already exists.", NameField);

    /// <summary>The path has a wrong form.</summary>
    public static readonly Error InvalidPath = new(
        "ValidationError", "A path begins and ends with a slash and has at most 512 characters.", PathField);

    /// <summary>The e-mail address has a wrong form.</summary>
    public static readonly Error InvalidEmail = new("ValidationError", "Enter one e-mail address, for example name@example.com.", EmailField);

    /// <summary>Nobody deletes the user he is signed in as.</summary>
    public static readonly Error CannotDeleteOneself = new("DeleteConflict", "You cannot delete the user you are signed in as.");

    /// <summary>Root is no IAM user.</summary>
    public static readonly Error RootIsNoUser = new("InvalidInput", "This cannot be done to the root user.");

    /// <summary>The old password is asked: only its owner can do that.</summary>
    public static readonly Error OnlyOwnPassword = new(
        "InvalidInput", "You can change only your own password here. Use Manage console access for another user.");

    /// <summary>An account without root sign-in keeps one administrator.</summary>
    public static readonly Error LastAdministrator = new(
        "DeleteConflict", "This is the last administrator who can sign in. Make another user an administrator first.");

    /// <summary>The present password is wrong.</summary>
    public static readonly Error WrongOldPassword = new("AccessDenied", "The old password is wrong.", OldPasswordField) { IsWrongProof = true };

    /// <summary>A new password that is the old one.</summary>
    public static readonly Error SamePassword = new(
        "PasswordPolicyViolation", "The new password must differ from the old one.", PasswordField);

    /// <summary>A new password that is one of the last.</summary>
    public static readonly Error ReusedPassword = new(
        "PasswordPolicyViolation", "The account's password policy does not allow this password: it was used before.", PasswordField);

    /// <summary>"Users can change their own password" is off.</summary>
    public static readonly Error MayNotChangePassword = new(
        "AccessDenied", "The account's password policy does not let users change their own password. Ask an administrator.");

    /// <summary>The user has no console password.</summary>
    public static readonly Error NoConsoleAccess = new("NoSuchEntity", "This user has no console password.");

    /// <summary>Tags of a wrong form.</summary>
    public static readonly Error InvalidTags = new(
        "InvalidInput",
        "Use at most 50 tags: keys of 1 to 128 characters that differ from each other and do not begin with aws:, values of at most 256.");

    /// <summary>A reminder for who needs none.</summary>
    public static readonly Error HasMfa = new("InvalidInput", "This user has an MFA device.");

    /// <summary>After a factor was asked for: everything is as it was but this.</summary>
    public static readonly Error TypePasswordAgain = new("ValidationError", "Type the password again: it is not kept while you confirm.", PasswordField);

    /// <summary>Field of the repeated password.</summary>
    public const string ConfirmField = "Confirm";

    /// <summary>A password and its repetition.</summary>
    public static readonly Error PasswordsDiffer = new("ValidationError", "The two passwords differ.", ConfirmField);

    /// <summary>The queue of password checks is full.</summary>
    public static readonly Error Busy = new("Busy", "The console is busy with passwords at this moment. Try again in a few seconds.");
}
