using System.Formats.Cbor;
using System.Security.Cryptography;

namespace IamConsole.Tests.Authenticators;

/// <summary>Writes attestation objects, each format by its signing procedure (WebAuthn Level 3, section 8).</summary>
internal static class ForgedStatement
{
    public static string Name(AttestationKind kind) => kind switch
    {
        AttestationKind.None => "none",
        AttestationKind.PackedSelf or AttestationKind.Packed => "packed",
        AttestationKind.FidoU2f => "fido-u2f",
        AttestationKind.Tpm => "tpm",
        AttestationKind.AndroidKey => "android-key",
        AttestationKind.Apple => "apple",
        AttestationKind.Compound => "compound",
    };

    public static byte[] Write(SoftwareAuthenticator authenticator, byte[] authenticatorData, byte[] clientDataHash)
    {
        object statement = authenticator.Kind == AttestationKind.Compound
            ? authenticator.Parts.Select(part => (object)new Dictionary<string, object>
            {
                ["fmt"] = part.Format,
                ["attStmt"] = Members(part, authenticatorData, clientDataHash),
            }).ToList()
            : Members(authenticator, authenticatorData, clientDataHash);
        return Encode(new Dictionary<string, object> { ["fmt"] = authenticator.Format, ["attStmt"] = statement, ["authData"] = authenticatorData });
    }

    /// <summary>CBOR of dictionaries, lists, bytes, texts and integers.</summary>
    public static byte[] Encode(object value)
    {
        var writer = new CborWriter(CborConformanceMode.Strict);
        Write(writer, value);
        return writer.Encode();
    }

    private static Dictionary<string, object> Members(SoftwareAuthenticator by, byte[] authenticatorData, byte[] clientDataHash)
    {
        var members = new Dictionary<string, object>();
        byte[] attested = [.. authenticatorData, .. clientDataHash];
        switch (by.Kind)
        {
            case AttestationKind.PackedSelf:
                members["alg"] = by.StatedAlgorithm;
                members["sig"] = Sign(by, by.Credential, attested);
                break;
            case AttestationKind.Packed:
                members["alg"] = by.StatedAlgorithm;
                members["sig"] = Sign(by, by.AttestationKey, attested);
                members["x5c"] = Certificates(by);
                break;
            case AttestationKind.FidoU2f:
                members["sig"] = Sign(by, by.AttestationKey, U2f(by, authenticatorData, clientDataHash));
                members["x5c"] = Certificates(by, alone: true);
                break;
            case AttestationKind.Tpm:
                AddTpm(members, by, attested);
                break;
            case AttestationKind.AndroidKey:
                by.Certificate.Extensions.Add(by.Android.Description(clientDataHash));
                members["alg"] = by.StatedAlgorithm;
                members["sig"] = Sign(by, by.AttestationKey, attested);
                members["x5c"] = Certificates(by);
                break;
            case AttestationKind.Apple:
                by.Certificate.Extensions.Add(ForgedExtension.OfNonce(SHA256.HashData(by.BendSigned(attested))));
                members["x5c"] = Certificates(by);
                break;
        }

        by.BendStatement(members);
        return members;
    }

    private static void AddTpm(Dictionary<string, object> members, SoftwareAuthenticator by, byte[] attested)
    {
        var area = by.Tpm.PublicArea(by.Credential);
        var info = by.Tpm.CertifyInfo(area, by.BendSigned(attested), by.AttestationKey.Hash);
        members["ver"] = "2.0";
        members["alg"] = by.StatedAlgorithm;
        members["x5c"] = Certificates(by);
        members["sig"] = by.BendSignature(by.AttestationKey.Sign(info));
        members["certInfo"] = info;
        members["pubArea"] = area;
    }

    private static byte[] U2f(SoftwareAuthenticator by, byte[] authenticatorData, byte[] clientDataHash)
    {
        var point = by.Credential.Point ?? default;
        return [0x00, .. authenticatorData[..32], .. clientDataHash, .. by.CredentialId, 0x04, .. point.X ?? [], .. point.Y ?? []];
    }

    private static byte[] Sign(SoftwareAuthenticator by, SoftwareKey key, byte[] data) => by.BendSignature(key.Sign(by.BendSigned(data)));

    private static List<object> Certificates(SoftwareAuthenticator by, bool alone = false)
    {
        List<byte[]> path = [by.Authority.Issue(by.Certificate, by.AttestationKey), .. alone ? [] : by.Authority.Intermediates];
        return [.. by.BendCertificates(path)];
    }

    private static void Write(CborWriter writer, object value)
    {
        switch (value)
        {
            case int number: writer.WriteInt32(number); break;
            case string text: writer.WriteTextString(text); break;
            case byte[] bytes: writer.WriteByteString(bytes); break;
            case List<object> list:
                writer.WriteStartArray(list.Count);
                foreach (var item in list) Write(writer, item);
                writer.WriteEndArray();
                break;
            case Dictionary<string, object> map:
                writer.WriteStartMap(map.Count);
                foreach (var (key, item) in map.OrderBy(m => m.Key.Length).ThenBy(m => m.Key, StringComparer.Ordinal))
                {
                    writer.WriteTextString(key);
                    Write(writer, item);
                }

                writer.WriteEndMap();
                break;
            default: throw new NotSupportedException($"No CBOR for {value.GetType()}.");
        }
    }
}
