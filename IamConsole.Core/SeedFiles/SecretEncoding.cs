namespace IamConsole.Core.SeedFiles;

/// <summary>How a CSV file writes secret keys where its header leaves that open.</summary>
public enum SecretEncoding
{
    /// <summary>RFC 4648, section 6.</summary>
    Base32,

    /// <summary>Two digits a byte.</summary>
    Hexadecimal,
}
