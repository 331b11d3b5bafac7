using IamConsole.Web.Sessions;

namespace IamConsole.Web.Consignments;

/// <summary>What was typed about a delivery. Neither the file nor its key or password is kept.</summary>
/// <param name="FileName">The file that was chosen, to be chosen again.</param>
/// <param name="Batch">What to call it.</param>
/// <param name="Vendor">Of rows that name none.</param>
/// <param name="Form">The same for the form of token.</param>
public sealed record KeptImport(string? FileName, string? Batch, string? Vendor, string? Form) : IKept;
