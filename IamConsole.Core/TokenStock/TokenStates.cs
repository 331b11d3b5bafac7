namespace IamConsole.Core.TokenStock;

/// <summary>Rules about the states of a token.</summary>
public static class TokenStates
{
    /// <summary>As pages show it.</summary>
    public static string Name(TokenState state) => state.ToString();

    /// <summary>
    /// The state on a day. A device beyond the date still signs its user in: the date is when the battery may fail, and
    /// nobody is locked out by a calendar; but it cannot be assigned any more.
    /// </summary>
    public static TokenState On(TokenState stored, DateOnly? expiresOn, DateOnly today) =>
        expiresOn < today && stored is not (TokenState.Lost or TokenState.Retired) ? TokenState.Expired : stored;
}
