namespace IamConsole.Core.TokenStock;

/// <summary>What happened to a hardware token.</summary>
public enum TokenEventKind
{
    /// <summary>It came into the stock.</summary>
    Imported,

    /// <summary>It was handed out to a user.</summary>
    HandedOut,

    /// <summary>It was taken back before its user had activated it.</summary>
    TakenBack,

    /// <summary>Two codes made it a user's device.</summary>
    Activated,

    /// <summary>It was removed from its user and returned to the stock.</summary>
    Returned,

    /// <summary>Its codes are refused.</summary>
    Suspended,

    /// <summary>Its codes are accepted again.</summary>
    Resumed,

    /// <summary>It was reported lost.</summary>
    Lost,

    /// <summary>It was found and returned to the stock.</summary>
    Found,

    /// <summary>It went out of service.</summary>
    Retired,
}
