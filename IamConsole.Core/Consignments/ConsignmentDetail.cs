namespace IamConsole.Core.Consignments;

/// <summary>A consignment with a page of its rows.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Rows">The rows.</param>
/// <param name="NextAfter">Pass for the next page; null on the last.</param>
/// <param name="CanBeUndone">Whether its tokens can be taken out of the stock again.</param>
public sealed record ConsignmentDetail(
    ConsignmentView Consignment, IReadOnlyList<ConsignmentRowView> Rows, int? NextAfter, bool CanBeUndone);
