using IamConsole.Core.Jobs;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Core.Consignments;

/// <summary>A consignment as pages show it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Batch">What the importer calls the delivery, or null.</param>
/// <param name="Form">The form that the file has.</param>
/// <param name="SignatureUnchecked">Signed, and nobody gave the certificate.</param>
/// <param name="StartedBy">Who read it.</param>
/// <param name="CreatedAt">When its file was read.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Good">Rows that can be imported, and after the import those that were.</param>
/// <param name="Percent">How far its background work is, 0 to 100.</param>
/// <param name="IsCutOff">Nobody works at it any more: its reading broke off, or its undoing was given up.</param>
/// <param name="Reason">Why its background work was given up, or null.</param>
public sealed record ConsignmentView(
    string Id, string FileName, string? Batch, SeedFileForm? Form, bool SignatureUnchecked, string StartedBy, DateTimeOffset CreatedAt,
    ConsignmentState State, int Rows, int Good, int Percent, bool IsCutOff, string? Reason)
{
    /// <summary>Rows that cannot be imported or were not.</summary>
    public int Others => Rows - Good;

    internal static ConsignmentView Of(Consignment c, Job? job, DateTimeOffset now) => new(
        c.Id, c.FileName, c.Batch, c.Form, c.SignatureUnchecked, c.StartedBy, c.CreatedAt, c.State, c.Rows, c.Good,
        job is null ? c.State is ConsignmentState.Imported ? 100 : 0 : JobView.Of(job).Percent,
        c.State is ConsignmentState.Reading ? c.ReadUntil is null || c.ReadUntil < now : c.State is ConsignmentState.Undoing && job?.FinishedAt is not null,
        job?.Reason);
}
