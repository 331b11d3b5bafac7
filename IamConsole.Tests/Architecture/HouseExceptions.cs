namespace IamConsole.Tests.Architecture;

/// <summary>All places where a rule of the house does not hold. Each needs a reason that would convince a newcomer.</summary>
internal static class HouseExceptions
{
    private const string Slices = "SliceDirection";
    private const string Methods = nameof(TypeRules.SeveralMethods);

    private const string Keys = nameof(FileRules.KeyThatMayRepeat);
    private const string Deaf = nameof(FileRules.DeafToLeaving);

    public static IReadOnlyList<RuleException> All { get; } =
    [
        new(Slices, "IamConsole.Core.Users.DeleteUser", "A user's devices go, and his tokens return to the stock, in the transaction that deletes him."),
        new(Methods, "IamConsole.Core.Users.GetUser", "The same read by identifier and by the name in the address bar."),
        new(Methods, "IamConsole.Core.Notices.ListNotices", "Dismissing a notice is one row and asks the same permission as reading it."),
        new(Methods, "IamConsole.Core.Users.SetConsolePassword", "Taking console access away is setting no password, with the same checks and ends of sessions."),
        new(Methods, "IamConsole.Core.SignIn.ConfirmIdentity", "One confirmation by three kinds of proof, which differ in type."),
        new(Methods, "IamConsole.Core.SignIn.ProveFactor", "One second step by three kinds of proof, which differ in type."),
        new(Methods, "IamConsole.Core.SignIn.ReadPendingSignIn", "The same pending sign-in, read for its page and for its passkey ceremony."),
        new(Methods, "IamConsole.Core.Sessions.ReadSession", "The same question for one request and, in one query, for all open circuits."),
        new(Methods, "IamConsole.Core.Persistence.DatabaseStartup", "No use case: part of the start, asked first whether there is anything to do."),
        new(Methods, "IamConsole.Core.AccountOpening.OpenAccount", "Whether set-up is needed is asked by the server itself at its start, without a caller."),
        new(Keys, "IamConsole.Web/AccountSettings/EditSecurityKeyPolicyPage.razor", "A rule that is being typed is a class: each is itself alone."),
        new(Keys, "IamConsole.Web/Users/UserTags.razor", "A tag that is being typed is a class: two of the same words are two."),
        new(Keys, "IamConsole.Web/Policies/SimulatorPage.razor", "A condition key that is being typed is a class: two of the same words are two."),
        new(Deaf, "IamConsole.Web/HardwareTokens/FindByCodes.razor.cs", "The search ends when its dialog is closed, and the page may stay."),
    ];
}
