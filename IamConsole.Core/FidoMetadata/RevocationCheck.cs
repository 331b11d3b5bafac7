namespace IamConsole.Core.FidoMetadata;

/// <summary>How much of the signer's chain revocation lists spoke for.</summary>
public enum RevocationCheck
{
    /// <summary>No revocation list was given.</summary>
    None,

    /// <summary>At least one certificate has no list that speaks for it.</summary>
    Partial,

    /// <summary>Every certificate below the root.</summary>
    Complete,
}
