namespace IamConsole.Core.Reports;

/// <summary>A piece of a report's file.</summary>
public sealed class ReportChunk
{
    /// <summary>The report.</summary>
    public required string ReportId { get; init; }

    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>UTF-8, about a quarter of a megabyte.</summary>
    public required byte[] Data { get; init; }
}
