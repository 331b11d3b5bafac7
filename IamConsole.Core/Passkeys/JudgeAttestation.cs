using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core.Attestation;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// What a key's attestation proves, held against the FIDO metadata (WebAuthn Level 3, 7.1 steps 21 to 24). A model counts as
/// proven only if the chain leads to a root of its very entry: anybody can state an AAGUID.
/// </summary>
public sealed class JudgeAttestation(FindModel models, TimeProvider clock)
{
    /// <summary>What is known of the credential. A statement that fails proves nothing and shows no model.</summary>
    /// <param name="credential">A credential whose registration was verified.</param>
    /// <param name="at">When: certificates must have been valid then.</param>
    /// <param name="ct">Cancels the wait.</param>
    internal async Task<PasskeyFacts> RunAsync(NewCredential credential, DateTimeOffset at, CancellationToken ct)
    {
        var facts = new PasskeyFacts(credential);
        var read = AttestationObject.Read(credential.AttestationObject);
        if (!read.Succeeded) return facts with { Distrust = read.Error };
        using var key = read.Value.AuthenticatorData.Credential!.PublicKey;
        var subject = AttestationSubject.Read(read.Value);
        var model = await models.RunAsync(subject.Aaguid, subject.KeyIdentifiers, ct);
        var anchors = Load(model?.Roots ?? []);
        try
        {
            var verdict = AttestationVerifier.Verify(read.Value, SHA256.HashData(credential.ClientDataJson.Span), anchors, at);
            return verdict.Succeeded ? Of(facts, verdict.Value, model) : facts with { AttestationFormat = subject.Format, Distrust = verdict.Error };
        }
        finally
        {
            foreach (var anchor in anchors) anchor.Dispose();
        }
    }

    private PasskeyFacts Of(PasskeyFacts facts, AttestationVerdict verdict, AuthenticatorModel? model)
    {
        facts = facts with
        {
            AttestationFormat = verdict.Format,
            AttestationType = verdict.Type,
            Model = model?.Name ?? AuthenticatorModels.Find(verdict.Aaguid),
            MetadataKey = model?.Key,
            Distrust = verdict.Distrust,
        };
        if (model is null || !verdict.IsTrusted) return facts;
        var status = StatusOf(model, verdict.TrustPath);
        return facts with
        {
            IsModelProven = true,
            Certifications = model.Levels.Certifications,
            ModelStatus = status.Name,
            ModelStanding = status.Standing,
        };
    }

    private ModelStatus StatusOf(AuthenticatorModel model, IReadOnlyList<ReadOnlyMemory<byte>> trustPath)
    {
        var path = Load(trustPath.Select(c => c.ToArray()));
        try
        {
            return model.StatusOf(path, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        }
        finally
        {
            foreach (var certificate in path) certificate.Dispose();
        }
    }

    // A certificate that the platform cannot read proves nothing and breaks nothing.
    private static List<X509Certificate2> Load(IEnumerable<byte[]> certificates)
    {
        var loaded = new List<X509Certificate2>();
        foreach (var der in certificates)
        {
            try
            {
                loaded.Add(X509CertificateLoader.LoadCertificate(der));
            }
            catch (CryptographicException)
            {
                continue;
            }
        }

        return loaded;
    }
}
