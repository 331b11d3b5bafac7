using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using Microsoft.Extensions.Options;

namespace IamConsole.Web.FidoMetadata;

/// <summary>The configured source of metadata and the configured trust; nothing is configured by default.</summary>
public sealed class MetadataSource(IOptions<FidoMetadataOptions> options, MetadataDownload download, LoadMetadata load)
{
    private readonly FidoMetadataOptions _options = options.Value;

    public string? Address => string.IsNullOrEmpty(_options.Address) ? null : _options.Address;

    public string? File => string.IsNullOrEmpty(_options.File) ? null : _options.File;

    /// <summary>Loads from wherever is configured.</summary>
    public async Task<Result<MetadataLoad>> LoadAsync(CancellationToken ct)
    {
        if (File is { } file) return await LoadFileAsync(file, null, null, [], ct);
        if (Address is not { } address) return MetadataErrors.NotConfigured;
        var trust = Trust(null, null, []);
        if (!trust.Succeeded) return trust.Error;
        var fetched = await download.RunAsync(address, ct);
        return fetched.Succeeded ? await load.RunAsync(fetched.Value, trust.Value, address, ct) : fetched.Error;
    }

    /// <summary>Loads a file. What is given here stands instead of what is configured.</summary>
    public async Task<Result<MetadataLoad>> LoadFileAsync(string file, string? root, string? signer, IReadOnlyList<string> crls, CancellationToken ct)
    {
        var trust = Trust(root, signer, crls);
        if (!trust.Succeeded) return trust.Error;
        var read = await BoundedFile.ReadAsync(file, ct);
        return read.Succeeded ? await load.RunAsync(read.Value, trust.Value, Path.GetFileName(file), ct) : read.Error;
    }

    private Result<MetadataTrust> Trust(string? root, string? signer, IReadOnlyList<string> crls)
    {
        try
        {
            // Whoever names a root of his own names his own signer, or none.
            signer ??= root is null ? _options.Signer : null;
            root ??= _options.Root;
            var trust = MetadataTrust.Public;
            if (!string.IsNullOrEmpty(root))
            {
                var roots = MetadataTrust.ReadRoots(System.IO.File.ReadAllText(root));
                if (!roots.Succeeded) return roots.Error;
                trust = new MetadataTrust(roots.Value, null, []);
            }

            var lists = new List<ReadOnlyMemory<byte>>();
            foreach (var path in crls.Count > 0 ? crls : _options.Crl)
            {
                var list = MetadataTrust.ReadCrl(System.IO.File.ReadAllBytes(path));
                if (!list.Succeeded) return list.Error;
                lists.Add(list.Value);
            }

            return trust with { Signer = string.IsNullOrEmpty(signer) ? trust.Signer : signer, Crls = lists };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return MetadataErrors.FileUnreadable;
        }
    }
}
