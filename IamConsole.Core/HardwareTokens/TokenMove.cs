using IamConsole.Core.TokenStock;

namespace IamConsole.Core.HardwareTokens;

/// <summary>Which states an action leads from, where it leads, and how it is recorded.</summary>
/// <param name="From">States from which it can be done; expiry does not matter.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Kind">The line in the token's history.</param>
/// <param name="Event">The event in the audit trail.</param>
internal sealed record TokenMove(IReadOnlyList<TokenState> From, TokenState To, TokenEventKind Kind, string Event)
{
    public static TokenMove Of(TokenAction action) => action switch
    {
        TokenAction.TakeBack => new([TokenState.Assigned], TokenState.Available, TokenEventKind.TakenBack, "TakeBackHardwareToken"),
        TokenAction.Suspend => new([TokenState.Active], TokenState.Suspended, TokenEventKind.Suspended, "SuspendHardwareToken"),
        TokenAction.Resume => new([TokenState.Suspended], TokenState.Active, TokenEventKind.Resumed, "ResumeHardwareToken"),
        TokenAction.ReportLost => new(
            [TokenState.Available, TokenState.Assigned, TokenState.Active, TokenState.Suspended], TokenState.Lost,
            TokenEventKind.Lost, "ReportHardwareTokenLost"),
        TokenAction.MarkFound => new([TokenState.Lost], TokenState.Available, TokenEventKind.Found, "MarkHardwareTokenFound"),
        TokenAction.Retire => new([TokenState.Available, TokenState.Lost], TokenState.Retired, TokenEventKind.Retired, "RetireHardwareToken"),
    };

    /// <summary>Whether the action can be done with a token in this stored state.</summary>
    public static bool Allows(TokenAction action, TokenState state) => Of(action).From.Contains(state);
}
