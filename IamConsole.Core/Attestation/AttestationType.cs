namespace IamConsole.Core.Attestation;

/// <summary>Who vouches for a new credential (WebAuthn Level 3, 6.5.3).</summary>
public enum AttestationType
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The credential's own key.</summary>
    Self,

    /// <summary>A key that the maker put into many authenticators of the model; also where it cannot be told from the two below.</summary>
    Basic,

    /// <summary>A key that an attestation authority certified for this one TPM.</summary>
    AttestationCa,

    /// <summary>A key that an anonymization authority certified for this one credential.</summary>
    AnonymizationCa,
}
