namespace IamConsole.Core.Reports;

/// <summary>Which report.</summary>
public enum ReportKind
{
    /// <summary>The original's credential report: its columns, order, values and file form exactly.</summary>
    Credential,

    /// <summary>Our own: kinds of devices, phishing resistance, single-device risk, last use.</summary>
    Mfa,
}
