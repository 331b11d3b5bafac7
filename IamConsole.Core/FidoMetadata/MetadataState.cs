namespace IamConsole.Core.FidoMetadata;

/// <summary>The metadata in force.</summary>
/// <param name="Loaded">The BLOB.</param>
/// <param name="Before">The number of the one before it, or null.</param>
/// <param name="Changes">What it changed, the most pressing first, then by name; at most <see cref="MostChanges"/>. Empty for the first one.</param>
/// <param name="ChangeCounts">How many of each kind.</param>
/// <param name="DaysOverdue">Days since it should have been replaced; 0 while it is up to date.</param>
public sealed record MetadataState(
    LoadedMetadata Loaded, long? Before, IReadOnlyList<ModelChange> Changes, IReadOnlyDictionary<ModelChangeKind, int> ChangeCounts, int DaysOverdue)
{
    /// <summary>Most changes that are listed.</summary>
    public const int MostChanges = 200;

    /// <summary>Whether it should have been replaced.</summary>
    public bool IsOverdue => DaysOverdue > 0;
}
