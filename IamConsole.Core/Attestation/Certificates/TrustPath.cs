using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Core.Attestation.Certificates;

/// <summary>Whether certificates lead to an anchor (WebAuthn Level 3, 7.1 step 24; RFC 5280, section 6, by the platform).</summary>
internal static class TrustPath
{
    // What an anchor that is no root looks like to the platform; whether one was reached is looked up by us.
    private const X509ChainStatusFlags NoRoot = X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot;

    /// <summary>Null when they do; otherwise why not.</summary>
    public static Error? Judge(IReadOnlyList<AttestationCertificate> path, IReadOnlyList<X509Certificate2> anchors, DateTimeOffset now)
    {
        if (anchors.Count == 0) return AttestationErrors.NoAnchors;

        // FIDO Metadata Statement, 3.2 (attestationRootCertificates): the attestation certificate itself may be the anchor.
        if (Holds(anchors, path[0].Raw.Span)) return OutsideValidity(path[0], now);
        try
        {
            return Build(path, anchors, now);
        }
        catch (CryptographicException)
        {
            return AttestationErrors.PathUnverifiable;
        }
    }

    private static Error? Build(IReadOnlyList<AttestationCertificate> path, IReadOnlyList<X509Certificate2> anchors, DateTimeOffset now)
    {
        using var leaf = X509CertificateLoader.LoadCertificate(path[0].Raw.Span);
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTime = now.UtcDateTime;
        policy.VerificationTimeIgnored = false;
        foreach (var anchor in anchors) policy.CustomTrustStore.Add(anchor);

        // A key of another kind could be a curve of the sender's own making, which the platform would compute with.
        foreach (var certificate in path.Skip(1).Where(c => c.Key is not null))
            policy.ExtraStore.Add(X509CertificateLoader.LoadCertificate(certificate.Raw.Span));
        try
        {
            chain.Build(leaf);
            return Judge(chain, path, anchors, now);
        }
        finally
        {
            foreach (var certificate in policy.ExtraStore) certificate.Dispose();
            foreach (var element in chain.ChainElements) element.Certificate.Dispose();
        }
    }

    private static Error? Judge(X509Chain chain, IReadOnlyList<AttestationCertificate> path, IReadOnlyList<X509Certificate2> anchors, DateTimeOffset now)
    {
        var flags = X509ChainStatusFlags.NoError;
        foreach (var element in chain.ChainElements)
        {
            flags |= element.ChainElementStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status) & ~NoRoot;
            if (Holds(anchors, element.Certificate.RawDataMemory.Span))
                return flags == X509ChainStatusFlags.NoError ? null : Name(flags, path, now);
        }

        // Why not is worth a look, because some certificates of the field bring it on themselves.
        AttestationCertificate[] issuers = [.. path.Skip(1), .. anchors.Select(a => AttestationCertificate.Read(a.RawDataMemory)).OfType<AttestationCertificate>()];
        return KeyIdentifiers.Disagree(path, issuers) ? AttestationErrors.PathKeyIdentifier : AttestationErrors.NoPath;
    }

    private static Error Name(X509ChainStatusFlags flags, IReadOnlyList<AttestationCertificate> path, DateTimeOffset now)
    {
        bool Any(X509ChainStatusFlags wanted) => (flags & wanted) != 0;
        if (Any(X509ChainStatusFlags.NotSignatureValid))
            return path.Any(c => c.HasSignatureDefect) ? AttestationErrors.PathEncoding : AttestationErrors.PathSignature;
        if (Any(X509ChainStatusFlags.NotTimeValid))
            return path.Select(c => OutsideValidity(c, now)).FirstOrDefault(e => e is not null) ?? AttestationErrors.Expired;
        if (Any(X509ChainStatusFlags.HasNotSupportedCriticalExtension | X509ChainStatusFlags.InvalidExtension)) return AttestationErrors.PathCritical;
        if (Any(X509ChainStatusFlags.InvalidBasicConstraints | X509ChainStatusFlags.NotValidForUsage)) return AttestationErrors.PathConstraints;
        return Any(X509ChainStatusFlags.InvalidNameConstraints | X509ChainStatusFlags.HasNotSupportedNameConstraint
            | X509ChainStatusFlags.HasNotDefinedNameConstraint | X509ChainStatusFlags.HasNotPermittedNameConstraint
            | X509ChainStatusFlags.HasExcludedNameConstraint)
            ? AttestationErrors.PathNames
            : AttestationErrors.PathUnverifiable;
    }

    private static bool Holds(IReadOnlyList<X509Certificate2> anchors, ReadOnlySpan<byte> certificate)
    {
        foreach (var anchor in anchors)
            if (anchor.RawDataMemory.Span.SequenceEqual(certificate)) return true;
        return false;
    }

    private static Error? OutsideValidity(AttestationCertificate certificate, DateTimeOffset now)
    {
        if (now < certificate.NotBefore) return AttestationErrors.NotYetValid;
        return now > certificate.NotAfter ? AttestationErrors.Expired : null;
    }
}
