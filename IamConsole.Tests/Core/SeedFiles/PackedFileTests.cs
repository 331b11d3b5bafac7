using System.IO.Compression;
using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>A seed file in gzip, or alone in a ZIP archive, is read as it is; anything else that is packed is refused by name.</summary>
public sealed class PackedFileTests
{
    private const string Csv = "serial number,secret key\ntok1,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ\n";

    [Fact]
    public async Task Gzip_and_a_ZIP_archive_of_one_file_are_read()
    {
        Assert.Equal("tok1", (await SeedReading.OfAsync(Gzip(Csv))).Single.Serial);
        Assert.Equal("tok1", (await SeedReading.OfAsync(Zip(("tokens.csv", Csv)))).Single.Serial);
        Assert.Equal("tok1", (await SeedReading.OfAsync(Zip(("box/", ""), ("box/tokens.csv", Csv), ("__MACOSX/box/._tokens.csv", "x")))).Single.Serial);
        Assert.Equal("P-1", (await SeedReading.OfAsync(Gzip(PskcText.Container(PskcText.Package(serial: "P-1"))))).Single.Serial);
    }

    [Fact]
    public async Task Several_files_nested_archives_and_workbooks_are_refused_by_name()
    {
        async Task<string> WhyAsync(byte[] file, SeedFileFault fault) => (await SeedReading.RefusedAsync(file, fault)).Message;
        Assert.Contains("more than one file", await WhyAsync(Zip(("a.csv", Csv), ("b.csv", Csv)), SeedFileFault.Unsupported), StringComparison.Ordinal);
        Assert.Contains("empty", await WhyAsync(Zip(), SeedFileFault.Unsupported), StringComparison.Ordinal);
        Assert.Contains("another packed file", await WhyAsync(Gzip(Gzip(Csv)), SeedFileFault.Unsupported), StringComparison.Ordinal);
        Assert.Contains("another packed file", await WhyAsync(Gzip(Zip(("a.csv", Csv))), SeedFileFault.Unsupported), StringComparison.Ordinal);
        Assert.Contains("workbook", await WhyAsync(Zip(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x")), SeedFileFault.UnknownForm), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_unpacks_to_far_more_is_refused_while_it_does()
    {
        var much = Csv + string.Concat(Enumerable.Repeat(Csv.Split('\n')[1] + "\n", 200_000));
        Assert.Contains("far more", (await SeedReading.RefusedAsync(Gzip(much), SeedFileFault.Unsupported)).Message, StringComparison.Ordinal);
        Assert.Contains("far more", (await SeedReading.RefusedAsync(Zip(("a.csv", much)), SeedFileFault.Unsupported)).Message, StringComparison.Ordinal);
        var rows = "serial number,secret key\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"T{i},234567ABCDEFGHIJKLMNOPQRSTUVWXYZ\n"));
        await SeedReading.RefusedAsync(Gzip(rows), SeedFileFault.TooLarge, new SeedFileOptions { MaxBytes = 1000 });
        await SeedReading.RefusedAsync(Zip(("a.csv", rows)), SeedFileFault.TooLarge, new SeedFileOptions { MaxZipBytes = 100 });
    }

    [Fact]
    public async Task A_packed_file_that_is_damaged_or_cut_is_refused()
    {
        foreach (var packed in new[] { Gzip(Csv), Zip(("a.csv", Csv)) })
        {
            for (var length = 4; length < packed.Length; length += 5)
                await Assert.ThrowsAsync<SeedFileException>(() => SeedReading.OfAsync(packed[..length]));
            for (var at = 4; at < packed.Length; at += 3)
            {
                byte[] changed = [.. packed];
                changed[at] ^= 0x55;
                try
                {
                    await SeedReading.OfAsync(changed);
                }
                catch (SeedFileException)
                {
                    // Refused by name, or the byte was of no consequence (a date, a name).
                }
            }
        }
    }

    private static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    private static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal)) gzip.Write(bytes);
        return memory.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                var entry = archive.CreateEntry(name);
                if (name.EndsWith('/')) continue;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
