namespace IamConsole.Core.FidoMetadata;

/// <summary>How a model differs from the BLOB before, the most pressing first.</summary>
public enum ModelChangeKind
{
    /// <summary>Something was reported that speaks against it.</summary>
    Compromised,

    /// <summary>Another status was reported.</summary>
    StatusChanged,

    /// <summary>Not in the BLOB any more.</summary>
    Removed,

    /// <summary>New in the BLOB.</summary>
    Added,

    /// <summary>Something else about it changed.</summary>
    Changed,
}
