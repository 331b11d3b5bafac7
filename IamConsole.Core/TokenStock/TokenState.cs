namespace IamConsole.Core.TokenStock;

/// <summary>Where a hardware token stands in its life.</summary>
public enum TokenState
{
    /// <summary>In stock; may be assigned.</summary>
    Available,

    /// <summary>Handed out to a user, who has not yet proven it with two codes.</summary>
    Assigned,

    /// <summary>An MFA device of a user.</summary>
    Active,

    /// <summary>A user's device whose codes are refused until it is resumed.</summary>
    Suspended,

    /// <summary>Reported lost: nobody's device, and not to be assigned until it is found.</summary>
    Lost,

    /// <summary>Out of service for good.</summary>
    Retired,

    /// <summary>About to leave the stock with the import that brought it: whole imports are undone, so nobody may take it meanwhile.</summary>
    Withdrawn,

    /// <summary>Beyond its expiry date; never stored, see <see cref="TokenStates.On"/>.</summary>
    Expired,
}
