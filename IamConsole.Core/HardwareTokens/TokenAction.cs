namespace IamConsole.Core.HardwareTokens;

/// <summary>What an administrator can do with a token beyond handing it out.</summary>
public enum TokenAction
{
    /// <summary>A token that was handed out and not activated returns to the stock.</summary>
    TakeBack,

    /// <summary>Its codes are refused from now on.</summary>
    Suspend,

    /// <summary>Its codes are accepted again.</summary>
    Resume,

    /// <summary>It is lost: its device is removed, and nobody gets it until it is found.</summary>
    ReportLost,

    /// <summary>A lost token returns to the stock.</summary>
    MarkFound,

    /// <summary>A token that nobody has goes out of service for good.</summary>
    Retire,
}
