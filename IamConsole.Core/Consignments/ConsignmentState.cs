namespace IamConsole.Core.Consignments;

/// <summary>Where a consignment stands.</summary>
public enum ConsignmentState
{
    /// <summary>Its file is being read, or was until the connection broke.</summary>
    Reading,

    /// <summary>Every row has its verdict; nothing is in stock yet.</summary>
    Reviewed,

    /// <summary>Its good rows go into the stock in the background.</summary>
    Importing,

    /// <summary>Its tokens are in stock.</summary>
    Imported,

    /// <summary>Nothing went into the stock: at least one row could not, and all or nothing was wanted.</summary>
    Refused,

    /// <summary>Taken out of the stock again.</summary>
    Undone,

    /// <summary>The import was given up half way: it can be ordered again, or undone.</summary>
    Failed,

    /// <summary>Its tokens are being taken out of the stock.</summary>
    Undoing,

    /// <summary>Thrown away: its rows are being deleted, and nobody sees it any more.</summary>
    Discarding,
}
