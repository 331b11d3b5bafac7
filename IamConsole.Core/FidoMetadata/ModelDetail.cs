namespace IamConsole.Core.FidoMetadata;

/// <summary>A model in full.</summary>
/// <param name="Row">The model as the account sees it.</param>
/// <param name="Holders">Keys of it that are proven, by user; at most <see cref="MostHolders"/>. Null for who may not list users.</param>
/// <param name="State">The metadata in force.</param>
public sealed record ModelDetail(ModelRow Row, IReadOnlyList<ModelHolder>? Holders, MetadataState State)
{
    /// <summary>Most keys that are listed.</summary>
    public const int MostHolders = 100;
}
