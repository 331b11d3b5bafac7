namespace IamConsole.Core.FidoMetadata;

/// <summary>What a model's reports say of it, from the best.</summary>
public enum ModelStanding
{
    /// <summary>Nothing speaks against it.</summary>
    Fine,

    /// <summary>Something was reported that an update mends, or that concerns some of its keys, or the model is retired.</summary>
    Warned,

    /// <summary>Something was reported that is not mended.</summary>
    Refused,
}
