using System.Runtime.CompilerServices;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>CSV without a header, as <see cref="OathRow"/> says; empty lines and lines that begin with # are skipped.</summary>
internal sealed class OathCsvReader(TextReader text, char delimiter, SeedFileOptions options) : SeedReader
{
    private readonly LineReader _lines = new(text, options.MaxFieldLength);

    public override SeedFileForm Form => SeedFileForm.OathCsv;

    public override async IAsyncEnumerable<SeedRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (await _lines.ReadAsync(ct) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line) || line.AsSpan().TrimStart() is ['#', ..] || CsvRow.IsSeparatorLine(line)) continue;
            var fields = TextForms.Fields(line, delimiter);
            if (!CsvRow.IsBlank(fields)) yield return OathRow.Judge(_lines.Number, fields);
        }
    }

    public override ValueTask DisposeAsync()
    {
        text.Dispose();
        return ValueTask.CompletedTask;
    }
}
