namespace IamConsole.Core.Reports;

/// <summary>
/// A report, under way or stored. It lies in the database, not in a folder: so every server can deliver it, nothing is
/// served by accident, and backup and deletion need no second place.
/// </summary>
public sealed class Report
{
    /// <summary>Random identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>See <see cref="ReportKind"/>.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>The job that makes it.</summary>
    public required string JobId { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it was complete, or null.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Users in it, root included.</summary>
    public long Rows { get; set; }

    /// <summary>Its length.</summary>
    public long Bytes { get; set; }

    /// <summary>Users whose names a spreadsheet would take for formulas.</summary>
    public long FormulaNames { get; set; }
}
