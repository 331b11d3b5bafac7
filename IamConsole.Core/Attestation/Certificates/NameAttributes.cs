using System.Formats.Asn1;
using System.Text;

namespace IamConsole.Core.Attestation.Certificates;

/// <summary>A distinguished name (RFC 5280, 4.1.2.4): attribute types and values, whether or not several share one RDN.</summary>
internal sealed class NameAttributes
{
    public const string CommonName = "2.5.4.3", Country = "2.5.4.6", Organisation = "2.5.4.10", Unit = "2.5.4.11";

    private readonly List<(string Type, string Value)> _attributes = [];

    private NameAttributes(ReadOnlyMemory<byte> raw) => Raw = raw;

    public ReadOnlyMemory<byte> Raw { get; }

    public bool IsEmpty => _attributes.Count == 0;

    /// <summary>Throws <see cref="AsnContentException"/> for what is no name.</summary>
    public static NameAttributes Read(ReadOnlyMemory<byte> der)
    {
        var name = new NameAttributes(der);
        var reader = new AsnReader(der, AsnEncodingRules.DER);
        for (var relative = reader.ReadSequence(); relative.HasData;)
        {
            for (var set = relative.ReadSetOf(skipSortOrderValidation: true); set.HasData;)
            {
                var attribute = set.ReadSequence();
                name._attributes.Add((attribute.ReadObjectIdentifier(), Text(attribute)));
                attribute.ThrowIfNotEmpty();
            }
        }

        reader.ThrowIfNotEmpty();
        return name;
    }

    public string? Value(string type) => Values(type).FirstOrDefault();

    public IEnumerable<string> Values(string type) => _attributes.Where(a => a.Type == type).Select(a => a.Value);

    public override string ToString() => string.Join(", ", _attributes.Select(a => $"{Label(a.Type)}={a.Value}"));

    private static string Label(string type) => type switch
    {
        CommonName => "CN",
        Country => "C",
        Organisation => "O",
        Unit => "OU",
        "2.5.4.5" => "SERIALNUMBER",
        "2.5.4.7" => "L",
        "2.5.4.8" => "ST",
        _ => type,
    };

    // Real certificates hold characters that their string type does not have: no reason to refuse them.
    private static string Text(AsnReader reader)
    {
        var tag = reader.PeekTag();
        var bytes = reader.PeekContentBytes().Span;
        reader.ReadEncodedValue();
        return tag is { TagClass: TagClass.Universal, IsConstructed: false }
            ? (UniversalTagNumber)tag.TagValue switch
            {
                UniversalTagNumber.UTF8String => Encoding.UTF8.GetString(bytes),
                UniversalTagNumber.BMPString => Encoding.BigEndianUnicode.GetString(bytes),
                _ => Encoding.Latin1.GetString(bytes),
            }
            : "";
    }
}
