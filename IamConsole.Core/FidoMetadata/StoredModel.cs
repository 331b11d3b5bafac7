namespace IamConsole.Core.FidoMetadata;

/// <summary>A model of the BLOB in force.</summary>
public sealed class StoredModel
{
    /// <summary>See <see cref="MetadataEntry.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The entry as JSON.</summary>
    public required string Content { get; set; }
}
