using System.Text;
using System.Xml;

namespace IamConsole.Core.SeedFiles.Xml;

/// <summary>
/// One small element of a large file with all that is in it, by local names. Elements of namespaces that are none of
/// <see cref="Namespaces"/> are extensions of a vendor and left out.
/// </summary>
internal sealed class XmlPart
{
    private const int MostNodes = 4096;
    private const int MostCharacters = 512 << 10;

    private Dictionary<string, string>? _attributes;
    private List<XmlPart>? _children;
    private string? _text;
    private StringBuilder? _texts;

    private XmlPart(string name) => Name = name;

    public string Name { get; }

    /// <summary>A vendor's extension stood in it.</summary>
    public bool IsExtended { get; private set; }

    /// <summary>The text directly in it, without blanks around it.</summary>
    public string Text => (_texts?.ToString() ?? _text ?? "").Trim();

    public IReadOnlyList<XmlPart> Children => _children ?? (IReadOnlyList<XmlPart>)[];

    /// <summary>An attribute without namespace; the drafts write some names small.</summary>
    public string? Attribute(params ReadOnlySpan<string> names)
    {
        if (_attributes is null) return null;
        foreach (var name in names)
        {
            if (_attributes.TryGetValue(name, out var value)) return value.Trim();
        }

        return null;
    }

    /// <summary>The one child of this name, or of one of these names. Two are one too many.</summary>
    public XmlPart? Child(params ReadOnlySpan<string> names)
    {
        XmlPart? found = null;
        foreach (var child in Children)
        {
            if (!names.Contains(child.Name)) continue;
            if (found is not null) throw FileFaults.Malformed($"The element {child.Name} stands twice where it may stand once.");
            found = child;
        }

        return found;
    }

    /// <summary>The text of a child, or null where there is none or it is empty.</summary>
    public string? ChildText(params ReadOnlySpan<string> names) => Child(names) is { Text.Length: > 0 } child ? child.Text : null;

    /// <summary>Reads the element whose start the reader stands on, up to its end.</summary>
    public static async Task<XmlPart> ReadAsync(XmlReader reader, CancellationToken ct)
    {
        var (nodes, characters) = (0, 0);
        var root = Start(reader, ref characters);
        if (reader.IsEmptyElement) return root;
        var open = new Stack<XmlPart>([root]);
        while (await reader.ReadAsync())
        {
            if (++nodes > MostNodes || characters > MostCharacters || reader.Depth > SafeXml.DeepestElement) throw FileFaults.TooComplex;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !Namespaces.IsKnown(reader.NamespaceURI):
                    ct.ThrowIfCancellationRequested();
                    open.Peek().IsExtended = true;
                    await SafeXml.SkipAsync(reader, ct);
                    break;
                case XmlNodeType.Element:
                    var part = Start(reader, ref characters);
                    (open.Peek()._children ??= []).Add(part);
                    if (!reader.IsEmptyElement) open.Push(part);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    if (open.Count == 0) return root;
                    break;
                case XmlNodeType.Text:
                    characters += open.Peek().Append(await reader.GetValueAsync());
                    break;
                case XmlNodeType.CDATA:
                    // In it "<" is text: nothing else bounds its length.
                    throw FileFaults.Malformed("CDATA sections are not read.", SafeXml.Line(reader));
            }
        }

        throw new XmlException("Unexpected end of file");
    }

    // Attributes count too: thousands of small elements with large ones are as much as one large text.
    private static XmlPart Start(XmlReader reader, ref int characters)
    {
        var part = new XmlPart(reader.LocalName);
        if (!reader.HasAttributes) return part;
        while (reader.MoveToNextAttribute())
        {
            characters += reader.Value.Length;
            if (reader.NamespaceURI.Length == 0) (part._attributes ??= [])[reader.LocalName] = reader.Value;
        }

        reader.MoveToElement();
        return part;
    }

    // Texts that a comment parts are one text.
    private int Append(string text)
    {
        if (_text is null) _text = text;
        else (_texts ??= new StringBuilder(_text)).Append(text);
        return text.Length;
    }
}
