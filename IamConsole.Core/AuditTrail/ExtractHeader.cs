namespace IamConsole.Core.AuditTrail;

/// <summary>The first line of an extract.</summary>
/// <param name="Format">Always <see cref="Current"/>.</param>
/// <param name="AccountId">Whose events are shown.</param>
/// <param name="ExportedAt">When.</param>
/// <param name="PreviousHash">The hash of the row before the first, hexadecimal.</param>
/// <param name="PublicKey">The checkpoint's key, PEM: for looking at. An auditor checks with a copy of his own.</param>
internal sealed record ExtractHeader(string Format, string AccountId, DateTimeOffset ExportedAt, string PreviousHash, string PublicKey)
{
    public const string Current = "iam-console-audit-extract/1";
}
