using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Core.FidoMetadata;

/// <summary>Whose signature on metadata counts.</summary>
/// <param name="Roots">Pinned roots; the machine's own are not asked.</param>
/// <param name="Signer">The host name that the signing certificate must bear; null: any certificate below the roots will do.</param>
/// <param name="Crls">Revocation lists, DER; none: revocation is not checked, and the answer says so.</param>
public sealed record MetadataTrust(IReadOnlyList<X509Certificate2> Roots, string? Signer, IReadOnlyList<ReadOnlyMemory<byte>> Crls)
{
    /// <summary>
    /// Who signs the public metadata. Its roots are those of a public authority, which certifies anybody's host: without
    /// the name, any of its customers could sign metadata.
    /// </summary>
    public const string PublicSigner = "mds.fidoalliance.org";

    private static readonly Lazy<IReadOnlyList<X509Certificate2>> PublicRoots =
        new(() => ReadRoots(ResourceText.Read("IamConsole.Core.FidoMetadata.globalsign-roots.pem")).Value!);

    /// <summary>The public service: GlobalSign Root R3 (until August 2026) and R46 (since), signed for <see cref="PublicSigner"/>.</summary>
    public static MetadataTrust Public { get; } = new(PublicRoots.Value, PublicSigner, []);

    /// <summary>Roots from a PEM text.</summary>
    public static Result<X509Certificate2[]> ReadRoots(string pem)
    {
        try
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPem(pem);
            if (roots.Count == 0) return MetadataErrors.RootUnreadable;
            return roots.ToArray();
        }
        catch (CryptographicException)
        {
            return MetadataErrors.RootUnreadable;
        }
    }

    /// <summary>A revocation list as DER, from DER or PEM.</summary>
    public static Result<byte[]> ReadCrl(byte[] file)
    {
        if (file is [0x30, ..]) return file;
        var text = System.Text.Encoding.ASCII.GetString(file);
        if (!PemEncoding.TryFind(text, out var fields) || text[fields.Label] != "X509 CRL") return MetadataErrors.CrlUnreadable;
        return Convert.FromBase64String(text[fields.Base64Data]);
    }
}
