namespace IamConsole.Core.FidoMetadata;

/// <summary>What a BLOB changed of one model.</summary>
public sealed class ModelChange
{
    /// <summary>The BLOB's number.</summary>
    public required long Number { get; init; }

    /// <summary>See <see cref="MetadataEntry.Key"/>.</summary>
    public required string ModelKey { get; init; }

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>See <see cref="ModelChangeKind"/>.</summary>
    public required ModelChangeKind Kind { get; init; }

    /// <summary>The statuses that were reported anew, by name, divided by ", "; null where there are none.</summary>
    public string? Statuses { get; init; }
}
