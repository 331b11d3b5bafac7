namespace IamConsole.Core.Consignments;

/// <summary>What a job about a consignment is told.</summary>
/// <param name="ConsignmentId">The consignment.</param>
/// <param name="From">For undoing: the state to return to where it turns out to be in use.</param>
internal sealed record ConsignmentOrder(string ConsignmentId, ConsignmentState From = ConsignmentState.Imported);
