namespace IamConsole.Core.TokenStock;

/// <summary>What a hardware token looks like; the two that the original's vendors sell.</summary>
public enum TokenForm
{
    /// <summary>A key fob with a display.</summary>
    OtpToken,

    /// <summary>A card with a display.</summary>
    DisplayCard,
}
