namespace IamConsole.Core.FidoMetadata;

/// <summary>A BLOB whose signature was verified (FIDO Metadata Service 3.1.6, MetadataBLOBPayload).</summary>
/// <param name="Number">Its serial number; only rises.</param>
/// <param name="NextUpdate">The last day on which it is up to date.</param>
/// <param name="Entries">The entries that WebAuthn can use and that could be read; each key once.</param>
/// <param name="LeftOut">Entries that were left out, or kept with a part less.</param>
/// <param name="Others">Entries of authenticators that WebAuthn does not know (UAF); not kept.</param>
/// <param name="Revocation">Whether the signer was looked up in revocation lists.</param>
/// <param name="Signer">The signing certificate's subject.</param>
/// <param name="PayloadHash">SHA-256 of the payload as signed, 64 hexadecimal digits, lower case.</param>
public sealed record MetadataBlob(
    long Number, DateOnly NextUpdate, IReadOnlyList<MetadataEntry> Entries, IReadOnlyList<MetadataFault> LeftOut, int Others,
    RevocationCheck Revocation, string Signer, string PayloadHash);
