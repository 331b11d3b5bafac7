using System.Runtime.CompilerServices;
using System.Xml;
using IamConsole.Core.SeedFiles.Text;
using IamConsole.Core.Totp;

namespace IamConsole.Core.SeedFiles.Xml;

/// <summary>
/// XML of SafeNet: <c>Tokens/Token[@serial]</c> with <c>ProductName</c> and <c>Applications/Application/Seed</c> in hex. A
/// <c>MovingFactor</c> is the counter of an event token (HOTP); a <c>TimeStep</c> makes it a time token.
/// </summary>
internal sealed class SafeNetXmlReader(XmlReader reader) : SeedReader
{
    public override SeedFileForm Form => SeedFileForm.SafeNetXml;

    public override async IAsyncEnumerable<SeedRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var row = 0;
        var open = !reader.IsEmptyElement;
        while (await reader.ReadAsync())
        {
            ct.ThrowIfCancellationRequested();
            if (reader.NodeType is XmlNodeType.EndElement) open = false;
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                throw FileFaults.Malformed("Text stands between the tokens.", SafeXml.Line(reader));
            if (reader.NodeType is not XmlNodeType.Element || !open) continue;
            if (reader.LocalName != "Token") await SafeXml.SkipAsync(reader, ct);
            else yield return Judge(++row, await XmlPart.ReadAsync(reader, ct));
        }

        if (row == 0) throw FileFaults.NoTokens;
    }

    public override ValueTask DisposeAsync()
    {
        reader.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SeedRow Judge(int row, XmlPart token)
    {
        var serial = SeedRules.Empty(token.Attribute("serial", "Serial"));
        SeedRow Refuse(SeedRowFault fault) => SeedRow.Refused(row, serial, fault);
        if (SeedRules.CheckSerial(serial) is { } badSerial) return Refuse(badSerial);
        var applications = token.Child("Applications")?.Children.Where(a => a.Name == "Application").ToList() ?? [];
        if (applications is not [var application])
            return Refuse(RowFaults.Row("The token must have one application with its seed."));
        if (application.ChildText("TimeStep") is not { } step) return Refuse(RowFaults.Algorithm("HOTP"));
        var hash = application.ChildText("Algorithm");
        if (SeedRules.Period(step) is not { } period) return Refuse(RowFaults.Period);
        if (SeedRules.Digits(application.ChildText("Digits") ?? "6") is not { } digits) return Refuse(RowFaults.Digits);
        if (SeedText.FromHex(application.ChildText("Seed"), out var badSeed) is not { } seed) return Refuse(badSeed!);
        if (hash is null && seed.Length is 32 or 64) return Refuse(RowFaults.AmbiguousHash);
        if (SeedRules.Algorithm(hash ?? "SHA1") is not { } algorithm) return Refuse(RowFaults.Hash);
        return new SeedDraft
        {
            Serial = serial,
            Seed = seed,
            Algorithm = algorithm,
            Digits = digits,
            PeriodSeconds = period,
            Model = token.ChildText("ProductName"),
        }.Judge(row);
    }
}
