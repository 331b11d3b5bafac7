using System.Text;
using IamConsole.Tests.EndToEnd.Rig;
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

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<bool> HoldsAsync(string path, string text)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return memory.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
    }
}
