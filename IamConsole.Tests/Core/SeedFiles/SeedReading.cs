using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>A seed file read to its end.</summary>
internal sealed record SeedReading(SeedFileForm Form, bool SignatureUnchecked, IReadOnlyList<SeedRow> Rows)
{
    public IReadOnlyList<SeedRecord> Records => [.. Rows.Select(r => r.Record).OfType<SeedRecord>()];

    public IReadOnlyList<SeedRow> Refused => [.. Rows.Where(r => r.Fault is not null)];

    public SeedRecord Single => Assert.Single(Rows).Record ?? throw new Xunit.Sdk.XunitException(Rows[0].Fault!.Message);

    public SeedRowFault Fault => Assert.Single(Rows).Fault!;

    public static Task<SeedReading> OfAsync(string text, SeedFileOptions? options = null) => OfAsync(Encoding.UTF8.GetBytes(text), options);

    public static async Task<SeedReading> OfAsync(byte[] bytes, SeedFileOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        await using var file = await SeedFile.OpenAsync(stream, options ?? new SeedFileOptions(), TestContext.Current.CancellationToken);
        var rows = new List<SeedRow>();
        await foreach (var row in file.ReadRowsAsync(TestContext.Current.CancellationToken)) rows.Add(row);
        return new SeedReading(file.Form, file.SignatureUnchecked, rows);
    }

    public static async Task<SeedFileException> RefusedAsync(string text, SeedFileFault fault, SeedFileOptions? options = null) =>
        await RefusedAsync(Encoding.UTF8.GetBytes(text), fault, options);

    public static async Task<SeedFileException> RefusedAsync(byte[] bytes, SeedFileFault fault, SeedFileOptions? options = null)
    {
        var error = await Assert.ThrowsAsync<SeedFileException>(() => OfAsync(bytes, options));
        Assert.Equal(fault, error.Fault);
        return error;
    }

    public static byte[] Sample(string name)
    {
        using var stream = typeof(SeedReading).Assembly.GetManifestResourceStream("SeedFiles/" + name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static string SampleText(string name) => Encoding.UTF8.GetString(Sample(name));
}
