using System.Net;
using IamConsole.Core;
using IamConsole.Core.FidoMetadata;

namespace IamConsole.Web.FidoMetadata;

/// <summary>Fetches a BLOB: by TLS to the end, bounded in size and time. What comes is trusted by its signature alone.</summary>
public sealed class MetadataDownload : IDisposable
{
    private const int MostRedirects = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client;

    public MetadataDownload() : this(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
    {
    }

    /// <summary>By a transport of the caller's, which must not follow redirects by itself.</summary>
    public MetadataDownload(HttpMessageHandler handler) => _client = new HttpClient(handler) { Timeout = Patience };

    public async Task<Result<byte[]>> RunAsync(string address, CancellationToken ct)
    {
        // The client's own time ends with the headers.
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(Patience);
        try
        {
            var uri = new Uri(address);
            for (var i = 0; i <= MostRedirects; i++)
            {
                using var answer = await _client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, time.Token);
                if (answer.StatusCode is HttpStatusCode.OK) return await ReadAsync(answer.Content, time.Token);
                if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } next) return MetadataErrors.Unreachable;
                uri = new Uri(uri, next);
                if (uri.Scheme != Uri.UriSchemeHttps) return MetadataErrors.Redirected;
            }

            return MetadataErrors.Redirected;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or UriFormatException
            || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return MetadataErrors.Unreachable;
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<Result<byte[]>> ReadAsync(HttpContent content, CancellationToken ct)
    {
        if (content.Headers.ContentLength > BlobReader.LargestBlob) return MetadataErrors.Size;
        await using var stream = await content.ReadAsStreamAsync(ct);
        return await BoundedFile.ReadAsync(stream, ct);
    }
}
