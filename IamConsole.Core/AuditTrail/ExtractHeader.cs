namespace IamConsole.Core.AuditTrail;

/// <summary>The first line of an extract.</summary>
/// <param name="Format"><see cref="Current"/>, or <see cref="Former"/> in an older file.</param>
/// <param name="AccountId">Whose events are shown.</param>
/// <param name="PreviousHash">The hash of the row before the first, hexadecimal.</param>
/// <param name="PublicKey">The checkpoint's key, PEM: for looking at. An auditor checks with a copy of his own.</param>
/// <param name="ExportedAt">
/// When, in files of the former format alone: no signature covered it, so it was nobody's proof and is written no more.
/// </param>
internal sealed record ExtractHeader(
    string Format, string AccountId, string PreviousHash, string PublicKey, DateTimeOffset? ExportedAt = null)
{
    public const string Current = "iam-console-audit-extract/2";
    public const string Former = "iam-console-audit-extract/1";

    /// <summary>Whether it is a header of one of the two formats.</summary>
    public bool IsKnown() => Format == (ExportedAt is null ? Current : Former);
}
