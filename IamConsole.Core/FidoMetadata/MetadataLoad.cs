namespace IamConsole.Core.FidoMetadata;

/// <summary>How a load ended.</summary>
/// <param name="IsNew">False when this BLOB was loaded already: nothing was changed.</param>
/// <param name="State">What is in force now.</param>
/// <param name="LeftOut">Entries of this BLOB that were left out, or kept with a part less.</param>
public sealed record MetadataLoad(bool IsNew, MetadataState State, IReadOnlyList<MetadataFault> LeftOut);
