using System.Formats.Asn1;

namespace IamConsole.Tests.Authenticators;

/// <summary>A certificate extension, and those that attestation knows.</summary>
public sealed record ForgedExtension(string Oid, byte[] Value, bool IsCritical = false)
{
    public const string BasicConstraints = "2.5.29.19", AlternativeName = "2.5.29.17", ExtendedKeyUsage = "2.5.29.37";
    public const string Aaguid = "1.3.6.1.4.1.45724.1.1.4", Transports = "1.3.6.1.4.1.45724.2.1.1";
    public const string AppleNonce = "1.2.840.113635.100.8.2", KeyDescription = "1.3.6.1.4.1.11129.2.1.17";

    public static ForgedExtension Authority(bool isAuthority, int? pathLength = null) => new(BasicConstraints, Der(writer =>
    {
        using (writer.PushSequence())
        {
            if (isAuthority) writer.WriteBoolean(true);
            if (pathLength is { } length) writer.WriteInteger(length);
        }
    }), IsCritical: true);

    public static ForgedExtension OfAaguid(Guid aaguid) => new(Aaguid, Der(w => w.WriteOctetString(aaguid.ToByteArray(bigEndian: true))));

    public static ForgedExtension OfTransports(byte bits, int unused) => new(Transports, [0x03, 0x02, (byte)unused, bits]);

    public static ForgedExtension Usage(params string[] purposes) => new(ExtendedKeyUsage, Der(writer =>
    {
        using (writer.PushSequence())
            foreach (var purpose in purposes) writer.WriteObjectIdentifier(purpose);
    }));

    /// <summary>TCG EK Credential Profile 2.5, 3.2.9; a part that is null is left out.</summary>
    public static ForgedExtension TpmDevice(string? manufacturer = "id:49465800", string? model = "SLB9670", string? version = "id:0D0B", bool oneName = true) =>
        new(AlternativeName, Der(writer =>
        {
            (string, string?)[] parts = [("2.23.133.2.1", manufacturer), ("2.23.133.2.2", model), ("2.23.133.2.3", version)];
            using (writer.PushSequence())
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, "tpm.example", new Asn1Tag(TagClass.ContextSpecific, 2));
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4, true)))
                using (writer.PushSequence())
                    WriteName(writer, [.. parts.Where(p => p.Item2 is not null)], oneName);
            }
        }), IsCritical: true);

    public static ForgedExtension OfNonce(byte[] nonce) => new(AppleNonce, Der(writer =>
    {
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1, true)))
            writer.WriteOctetString(nonce);
    }));

    /// <summary>NameConstraints that permit one DNS name only.</summary>
    public static ForgedExtension PermittedDns(string name) => new("2.5.29.30", Der(writer =>
    {
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
        using (writer.PushSequence())
            writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
    }), IsCritical: true);

    public static byte[] Der(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }

    private static void WriteName(AsnWriter writer, (string Type, string? Value)[] attributes, bool oneName)
    {
        foreach (var set in oneName ? [attributes] : attributes.Select(a => new[] { a }).ToArray())
        {
            using (writer.PushSetOf())
            {
                foreach (var (type, value) in set)
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(type);
                        writer.WriteCharacterString(UniversalTagNumber.UTF8String, value!);
                    }
                }
            }
        }
    }
}
