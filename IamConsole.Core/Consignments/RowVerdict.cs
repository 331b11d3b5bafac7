namespace IamConsole.Core.Consignments;

/// <summary>What becomes of a row.</summary>
public enum RowVerdict
{
    /// <summary>It can be imported.</summary>
    Good,

    /// <summary>Its token is in stock.</summary>
    Imported,

    /// <summary>Its serial number stands in the file before.</summary>
    DuplicateInFile,

    /// <summary>A token with its serial number is in the partition's stock already, or somebody's device; it is left as it is.</summary>
    Exists,

    /// <summary>Its expiry date is past.</summary>
    Expired,

    /// <summary>It is for another partition, or its vendor serves another one only.</summary>
    WrongPartition,

    /// <summary>No TOTP, or parameters that are not supported.</summary>
    Unsupported,

    /// <summary>It cannot be read: serial number, seed, date or check value.</summary>
    Bad,
}
