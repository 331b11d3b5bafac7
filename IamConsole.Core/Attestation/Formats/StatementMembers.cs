using System.Formats.Cbor;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>The members that the formats of section 8 know, read from a map that is well-formed CBOR.</summary>
internal sealed class StatementMembers
{
    public const int MaxCertificates = 16;
    public const int MaxCertificateLength = 16 * 1024;

    private readonly HashSet<string> _names = [];

    private StatementMembers()
    {
    }

    public int Algorithm { get; private set; }

    public ReadOnlyMemory<byte> Signature { get; private set; }

    public List<ReadOnlyMemory<byte>> Certificates { get; } = [];

    public string Version { get; private set; } = "";

    public ReadOnlyMemory<byte> CertifyInfo { get; private set; }

    public ReadOnlyMemory<byte> PublicArea { get; private set; }

    /// <summary>False for no certificates, too many, or one that is too long.</summary>
    public bool CertificatesAreBounded =>
        Certificates.Count is >= 1 and <= MaxCertificates && Certificates.TrueForAll(c => c.Length is > 0 and <= MaxCertificateLength);

    /// <summary>Null when the map is malformed, or holds a member that no format knows or one twice.</summary>
    public static StatementMembers? Read(ReadOnlyMemory<byte> statement)
    {
        try
        {
            var members = new StatementMembers();
            var reader = new CborReader(statement, CborConformanceMode.Strict);
            for (var left = reader.ReadStartMap() ?? 0; left > 0; left--)
                if (!members.Take(reader.ReadTextString(), reader)) return null;
            reader.ReadEndMap();
            return reader.BytesRemaining == 0 ? members : null;
        }
        catch (Exception error) when (error is CborContentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    public bool Has(string name) => _names.Contains(name);

    /// <summary>Whether the map holds these members and no others: the CDDL of the formats is closed.</summary>
    public bool Are(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!Has(name)) return false;
        return _names.Count == names.Length;
    }

    private bool Take(string name, CborReader reader)
    {
        _names.Add(name);
        switch (name)
        {
            case "alg": Algorithm = reader.ReadInt32(); return true;
            case "sig": Signature = reader.ReadByteString(); return true;
            case "ver": Version = reader.ReadTextString(); return true;
            case "certInfo": CertifyInfo = reader.ReadByteString(); return true;
            case "pubArea": PublicArea = reader.ReadByteString(); return true;
            case "ecdaaKeyId": reader.ReadByteString(); return true;
            case "x5c":
                for (var left = reader.ReadStartArray() ?? 0; left > 0; left--) Certificates.Add(reader.ReadByteString());
                reader.ReadEndArray();
                return true;
            default: return false;
        }
    }
}
