using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;

namespace IamConsole.Core.Consignments;

/// <summary>A delivery of tokens: a vendor's file, read once, judged row by row, imported, and undone while nothing of it is used.</summary>
public sealed class Consignment
{
    /// <summary>Random identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The account whose stock the tokens belong to, or null: the operator's, for every account of the partition.</summary>
    public required string? AccountId { get; init; }

    /// <summary>The partition that its tokens serve, but for rows that have one of their own.</summary>
    public required string Partition { get; init; }

    /// <summary>The file's name as its importer's machine called it. The file itself is not kept.</summary>
    public required string FileName { get; init; }

    /// <summary>What the importer calls the delivery, or null.</summary>
    public string? Batch { get; init; }

    /// <summary>The form that the file turned out to have; null while unknown.</summary>
    public SeedFileForm? Form { get; set; }

    /// <summary>The vendor of rows that name none, or null.</summary>
    public string? Vendor { get; init; }

    /// <summary>The form factor of rows that name none, or null.</summary>
    public TokenForm? TokenForm { get; init; }

    /// <summary>Who read it, by name.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When its file was read.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>See <see cref="ConsignmentState"/>.</summary>
    public ConsignmentState State { get; set; }

    /// <summary>Why the file could not be read to its end, for the screen; null otherwise.</summary>
    public string? Fault { get; set; }

    /// <summary>The file is signed and nobody gave the certificate to verify that.</summary>
    public bool SignatureUnchecked { get; set; }

    /// <summary>Rows read.</summary>
    public int Rows { get; set; }

    /// <summary>Rows that can be imported, and after the import those that were.</summary>
    public int Good { get; set; }

    /// <summary>Whether one row that cannot be imported keeps all others out.</summary>
    public bool AllOrNothing { get; set; }

    /// <summary>While its file is read: renewed with each portion. Once past, nobody reads it any more.</summary>
    public DateTimeOffset? ReadUntil { get; set; }

    /// <summary>When the import was ordered, or null.</summary>
    public DateTimeOffset? ImportedAt { get; set; }

    /// <summary>The background work that imports, undoes or forgets it, or null.</summary>
    public string? JobId { get; set; }
}
