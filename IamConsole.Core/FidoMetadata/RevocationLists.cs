using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Core.FidoMetadata;

/// <summary>Whether revocation lists name a certificate of a chain (RFC 5280, 6.3).</summary>
internal static class RevocationLists
{
    /// <summary>Refuses a revoked certificate and a list that its issuer did not sign or that is out of date.</summary>
    /// <param name="path">The signer first, a pinned root last.</param>
    /// <param name="files">Lists, DER; those of other issuers are passed over.</param>
    /// <param name="now">The lists are in force at this time.</param>
    public static Result<SignerChain> Check(IReadOnlyList<X509Certificate2> path, IReadOnlyList<ReadOnlyMemory<byte>> files, DateTimeOffset now)
    {
        var lists = new List<RevocationList>();
        foreach (var file in files)
        {
            var read = RevocationList.Read(file);
            if (!read.Succeeded) return read.Error;
            lists.Add(read.Value);
        }

        var covered = 0;
        for (var i = 0; i + 1 < path.Count; i++)
        {
            var (certificate, issuer, isCovered) = (path[i], path[i + 1], false);
            foreach (var list in lists.Where(l => l.Issuer.Span.SequenceEqual(certificate.IssuerName.RawData)))
            {
                if (!list.IsSignedBy(issuer)) return MetadataErrors.CrlSignature;
                if (list.Revoked.Contains(Convert.ToHexString(certificate.SerialNumberBytes.Span).TrimStart('0'))) return MetadataErrors.CertificateRevoked;
                if (now < list.ThisUpdate || now > list.NextUpdate) return MetadataErrors.CrlStale;
                isCovered |= list.IsWhole;
            }

            if (isCovered) covered++;
        }

        return new SignerChain(
            files.Count == 0 ? RevocationCheck.None : covered == path.Count - 1 ? RevocationCheck.Complete : RevocationCheck.Partial);
    }
}
