namespace IamConsole.Core.FidoMetadata;

/// <summary>A page of models, by name.</summary>
/// <param name="Rows">The models.</param>
/// <param name="Total">Models in the metadata.</param>
/// <param name="Matches">Those that the filters let through; null without filters.</param>
/// <param name="NextAfter">Pass as <see cref="ModelQuery.After"/> for the next page; null on the last.</param>
/// <param name="Transports">The transports to filter by.</param>
/// <param name="State">The metadata in force; null while nothing is loaded.</param>
/// <param name="HasPolicy">Whether the rows have verdicts.</param>
public sealed record ModelPage(
    IReadOnlyList<ModelRow> Rows, int Total, int? Matches, string? NextAfter, IReadOnlyList<string> Transports, MetadataState? State, bool HasPolicy);
