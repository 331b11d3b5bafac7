namespace IamConsole.Core.AccountOpening;

/// <summary>Refusals of the set-up page and of the operator's commands about accounts.</summary>
public static class AccountOpeningErrors
{
    /// <summary>Set-up is done once.</summary>
    public static readonly Error AlreadySetUp = new(
        "AlreadySetUp", "This installation is set up already. Further accounts are opened by the operator.");

    /// <summary>Neither a number nor an alias of an account here.</summary>
    public static readonly Error NoSuchAccount = new("NoSuchEntity", "There is no account with this ID or alias.");

    /// <summary>Not in that account.</summary>
    public static readonly Error NoSuchUser = new("NoSuchEntity", "There is no IAM user with this name in the account.");

    /// <summary>A password would be printed that opens nothing.</summary>
    public static readonly Error RootCannotSignIn = new(
        "InvalidInput", "The root user cannot sign in to an account of this partition. Name an IAM user with --user.");

    /// <summary>The code is not the one that the server printed.</summary>
    public static readonly Error WrongCode = new("AccessDenied", "This is not the set-up code that the server printed.", "SetupCode");
}
