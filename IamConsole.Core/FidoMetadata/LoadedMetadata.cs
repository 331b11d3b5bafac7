namespace IamConsole.Core.FidoMetadata;

/// <summary>A BLOB that was loaded. The highest number is the one in force; earlier ones are kept for what they changed.</summary>
public sealed class LoadedMetadata
{
    /// <summary>The BLOB's number.</summary>
    public required long Number { get; init; }

    /// <summary>The last day on which it is up to date.</summary>
    public required DateOnly NextUpdate { get; init; }

    /// <summary>When it was loaded.</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>Where it came from: a file's name, or an address. At most 200 characters.</summary>
    public required string Source { get; init; }

    /// <summary>The signing certificate's subject, at most 300 characters.</summary>
    public required string Signer { get; init; }

    /// <summary>Models in it.</summary>
    public required int Models { get; init; }

    /// <summary>Entries that were malformed and left out.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Entries of authenticators that WebAuthn does not know.</summary>
    public required int Others { get; init; }

    /// <summary>SHA-256 of the payload, hexadecimal.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>Whether the signer was looked up in revocation lists.</summary>
    public required RevocationCheck Revocation { get; init; }

    /// <summary>When the keys that are registered were last judged by it, all of them; null: that is still to be done.</summary>
    public DateTimeOffset? JudgedAt { get; set; }

    /// <summary>Keys that the last judging found.</summary>
    public int KeysToJudge { get; set; }

    /// <summary>How many of them are judged.</summary>
    public int KeysJudged { get; set; }
}
