using System.Xml;

namespace IamConsole.Core.SeedFiles.Xml;

/// <summary>XmlReader keeps every name it ever met: a file of nothing but new names must not fill the memory.</summary>
internal sealed class BoundedNameTable : XmlNameTable
{
    private const int MostNames = 4096;

    private readonly NameTable _names = new();
    private int _count;

    public override string Add(char[] array, int offset, int length) =>
        _names.Get(array, offset, length) ?? Count(_names.Add(array, offset, length));

    public override string Add(string array) => _names.Get(array) ?? Count(_names.Add(array));

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    public override string? Get(string array) => _names.Get(array);

    private string Count(string name) => ++_count <= MostNames ? name : throw FileFaults.TooComplex;
}
