using IamConsole.Core.SeedFiles;

namespace IamConsole.Core.Consignments;

/// <summary>What became of a file that the operator imported.</summary>
/// <param name="Form">The form that it has.</param>
/// <param name="SignatureUnchecked">Signed, and nobody gave the certificate.</param>
/// <param name="State">Imported, or refused because one row was and all or nothing was wanted, or failed.</param>
/// <param name="Imported">Tokens that are in the stock now.</param>
/// <param name="Others">Rows that are not.</param>
/// <param name="Reason">Why the import was given up, or null.</param>
public sealed record Delivery(SeedFileForm Form, bool SignatureUnchecked, ConsignmentState State, int Imported, int Others, string? Reason);
