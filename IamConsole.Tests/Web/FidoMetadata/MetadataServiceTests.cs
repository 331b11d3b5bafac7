using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.FidoMetadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IamConsole.Tests.Web.FidoMetadata;

/// <summary>The schedule, by a clock that only the test moves.</summary>
public sealed class MetadataServiceTests
{
    [Fact]
    public async Task A_file_is_loaded_when_it_comes_and_again_when_it_changes()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        using var authority = new MetadataAuthority(iam.Now);
        var folder = Directory.CreateTempSubdirectory("iam-console-metadata-");
        var (file, root) = (Path.Combine(folder.FullName, "blob.jwt"), Path.Combine(folder.FullName, "root.pem"));
        await File.WriteAllTextAsync(root, authority.Root.ExportCertificatePem(), IamScenario.Ct);
        using var log = new LogRecord();
        using var download = new MetadataDownload();
        using var service = Service(iam, new FidoMetadataOptions { File = file, Root = root, Signer = MetadataAuthority.SignerName }, download, log);
        await service.StartAsync(IamScenario.Ct);
        Assert.Null(await iam.Get<ReadMetadata>().RunAsync(IamScenario.Ct));

        await File.WriteAllBytesAsync(file, Blob(authority, 7), IamScenario.Ct);
        await UntilAsync(iam, 7);
        await File.WriteAllBytesAsync(file, Blob(authority, 8), IamScenario.Ct);
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(2));
        await UntilAsync(iam, 8);
        await service.StopAsync(IamScenario.Ct);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_configured_ends_the_schedule_at_once()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        using var log = new LogRecord();
        using var download = new MetadataDownload();
        using var service = Service(iam, new FidoMetadataOptions(), download, log);
        await service.StartAsync(IamScenario.Ct);
        await service.ExecuteTask!;
        Assert.Empty(log.Lines);
    }

    private static MetadataService Service(IamScenario iam, FidoMetadataOptions options, MetadataDownload download, LogRecord log) => new(
        new MetadataSource(Options.Create(options), download, iam.Get<LoadMetadata>()), iam.Get<ReadMetadata>(), iam.Clock,
        new LoggerFactory([log]).CreateLogger<MetadataService>());

    private static byte[] Blob(MetadataAuthority authority, long number)
    {
        using var blob = new TestBlob(authority).Number(number).With(TestEntries.Fido2(1, "Key A"));
        return blob.Build();
    }

    private static async Task UntilAsync(IamScenario iam, long number)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(IamScenario.Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await iam.Get<ReadMetadata>().RunAsync(IamScenario.Ct))?.Loaded.Number != number)
        {
            patience.Token.ThrowIfCancellationRequested();
            iam.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
    }
}
