using IamConsole.Core.Totp;

namespace IamConsole.Core.Consignments;

/// <summary>A row of a consignment with its verdict; a good one holds its token until that is imported.</summary>
public sealed class ConsignmentRow
{
    /// <summary>The consignment.</summary>
    public required string ConsignmentId { get; init; }

    /// <summary>Its place among the rows, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The line of a text file, the ordinal of the token in XML.</summary>
    public required int Line { get; init; }

    /// <summary>The serial number as written, or null.</summary>
    public string? Serial { get; init; }

    /// <summary>The serial number in its one form, for rows that are or were good; unique in the consignment.</summary>
    public string? NormalizedSerial { get; init; }

    /// <summary>The partition that its token serves, where that is not the consignment's; null otherwise.</summary>
    public string? Partition { get; init; }

    /// <summary>See <see cref="RowVerdict"/>.</summary>
    public required RowVerdict Verdict { get; set; }

    /// <summary>Why, as a sentence; null for good rows.</summary>
    public string? Reason { get; set; }

    /// <summary>The identifier that the token will have; its seed is encrypted for it.</summary>
    public string? TokenId { get; init; }

    /// <summary>The encrypted seed; gone as soon as the token has it, or nobody needs it any more.</summary>
    public byte[]? ProtectedSeed { get; set; }

    /// <summary>Hash algorithm.</summary>
    public TotpAlgorithm Algorithm { get; init; }

    /// <summary>Digits of a code.</summary>
    public int Digits { get; init; }

    /// <summary>Seconds of a time step.</summary>
    public int PeriodSeconds { get; init; }

    /// <summary>The token's clock minus ours, in steps, as the file says.</summary>
    public int DriftSteps { get; init; }

    /// <summary>The maker, or null.</summary>
    public string? Vendor { get; init; }

    /// <summary>The model, or null.</summary>
    public string? Model { get; init; }

    /// <summary>What it looks like, or null.</summary>
    public TokenStock.TokenForm? Form { get; init; }

    /// <summary>The last day it works, or null.</summary>
    public DateOnly? ExpiresOn { get; init; }
}
