using System.IO.Compression;
using System.Text;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security bar T54, T55: hostile and broken seed files through the browser leave a reason, and nothing else.</summary>
public sealed class HostileSeedFileTests(ChromiumBrowser browser)
{
    private const string Seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Fact]
    public async Task Nothing_of_a_refused_file_is_shown_stored_or_fetched()
    {
        var log = new LogRecord();
        await using var org = await Organisation.OpenAsync(new ConsoleServer(log: log));
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        var outside = new Uri(org.Server.Url, "/setup?fetched");
        (byte[] Content, string Sign)[] files =
        [
            (Text($"<!DOCTYPE k [<!ENTITY x SYSTEM \"{outside}\">]><KeyContainer xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">&x;</KeyContainer>"), "document type"),
            (Text("<!DOCTYPE k [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><KeyContainer xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">&b;</KeyContainer>"), "document type"),
            ([0xEF, 0xBB, 0xBF, .. Text($"serial number,secret key\nT-1,{Seed}\nT-2,{Seed}"), 0xFF], "not valid text"),
        ];
        foreach (var (content, sign) in files)
        {
            await maria.GoToAsync("/hardware-tokens/~/import");
            await maria.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(
                new FilePayload { Name = "order.dat", MimeType = "application/octet-stream", Buffer = content });
            await maria.SeeAsync("order.dat");
            await maria.PressAsync("Next");
            await maria.Page.Locator(".field-error").GetByText(sign).WaitForAsync();
            Assert.DoesNotContain(Seed, await maria.Page.ContentAsync(), StringComparison.Ordinal);
        }

        // As released: what a browser sends in detail is logged at Debug and below only.
        Assert.DoesNotContain(log.Lines.Where(l => !l.StartsWith("Debug", StringComparison.Ordinal) && !l.StartsWith("Trace", StringComparison.Ordinal)), line => line.Contains("fetched", StringComparison.Ordinal) || line.Contains(Seed, StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(org.Server.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("server.lock", StringComparison.Ordinal)))
            Assert.False(await HoldsAsync(file, Seed), file);
        Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), "order.dat*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }));
    }

    [Fact]
    public async Task A_packed_file_that_is_none_of_one_seed_file_is_refused_at_its_field_and_what_was_typed_stays()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/hardware-tokens/~/import");
        await window.Page.GetByLabel("Batch").FillAsync("order 2026-17");
        var rows = Text("serial number,secret key\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"T-{i},{Seed}\n")));
        var encrypted = Zip(("a.csv", rows));
        encrypted[encrypted.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        (byte[] Content, string Sign)[] files =
        [
            (Zip(("order.xml", new byte[16 << 20])), "unpacks to far more"),
            (Gzip(new byte[16 << 20]), "binary data"),
            (Zip(("order.csv", [.. rows, .. Blank(16 << 20)])), "unpacks to far more"),
            (Gzip([.. rows, .. Blank(16 << 20)]), "too long"),
            (Zip(("inner.zip", Zip(("a.csv", rows)))), "another packed file"),
            (Gzip(Zip(("a.csv", rows))), "another packed file"),
            (Zip(("a.csv", rows), ("b.csv", rows)), "more than one file"),
            (encrypted, "protected with a password"),
            (Gzip(rows)[..^20], "damaged or ends too early"),
            (Zip(("a.csv", rows))[..^30], "damaged or ends too early"),
        ];
        foreach (var (number, (content, sign)) in files.Index())
        {
            await window.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(
                new FilePayload { Name = $"order-{number}.dat", MimeType = "application/octet-stream", Buffer = content });
            await maria.SeeAsync($"order-{number}.dat");
            await maria.PressAsync("Next");
            var error = window.Page.Locator(".field-error:not(:empty)");
            await error.Or(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Review" })).First.WaitForAsync();
            Assert.True(await error.CountAsync() == 1, $"order-{number}.dat is read");
            Assert.Contains(sign, await error.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal("order 2026-17", await window.Page.GetByLabel("Batch").InputValueAsync());
        }

        Assert.Equal(0, await org.InDatabaseAsync(db => db.Consignments.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static byte[] Blank(int length)
    {
        var blank = new byte[length];
        blank.AsSpan().Fill((byte)'\n');
        return blank;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal)) gzip.Write(bytes);
        return memory.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<bool> HoldsAsync(string path, string text)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return memory.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
    }
}
