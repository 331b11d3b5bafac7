namespace IamConsole.Core.AccountOpening;

/// <summary>Refusals of the set-up page.</summary>
public static class AccountOpeningErrors
{
    /// <summary>Set-up is done once.</summary>
    public static readonly Error AlreadySetUp = new(
        "AlreadySetUp", "This installation is set up already. Further accounts are opened by the operator.");

    /// <summary>The code is not the one that the server printed.</summary>
    public static readonly Error WrongCode = new("AccessDenied", "This is not the set-up code that the server printed.", "SetupCode");
}
