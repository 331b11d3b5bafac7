namespace IamConsole.Core.AuditTrail;

/// <summary>How events leave the console.</summary>
public enum ExportFormat
{
    /// <summary>For spreadsheets; formulas are made harmless.</summary>
    Csv,

    /// <summary>One CloudTrail record a line.</summary>
    JsonLines,

    /// <summary>One JSON object with the member <c>Records</c>, as CloudTrail's own files are laid out.</summary>
    Records,

    /// <summary>For an auditor: events, the chain up to a checkpoint, the checkpoint.</summary>
    Extract,
}
