namespace IamConsole.Core.AuditTrail;

/// <summary>How events leave the console.</summary>
public enum ExportFormat
{
    /// <summary>For spreadsheets; formulas are made harmless.</summary>
    Csv,

    /// <summary>One CloudTrail record a line.</summary>
    JsonLines,

    /// <summary>For an auditor: events, the chain up to a checkpoint, the checkpoint.</summary>
    Extract,
}
