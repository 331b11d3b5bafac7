namespace IamConsole.Core.Consignments;

/// <summary>What an import's job is told.</summary>
/// <param name="ConsignmentId">The consignment.</param>
internal sealed record ConsignmentOrder(string ConsignmentId);
