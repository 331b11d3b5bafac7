using System.Net;
using IamConsole.Core.FidoMetadata;
using IamConsole.Web.FidoMetadata;

namespace IamConsole.Tests.Web.FidoMetadata;

/// <summary>The fetch: TLS to the end, bounded, and every way it fails has a name.</summary>
public sealed class MetadataDownloadTests
{
    private const string Address = "https://metadata.example/blob";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_is_returned_also_behind_a_redirect_by_tls()
    {
        Assert.Equal("abc"u8.ToArray(), (await FetchAsync(_ => Content("abc"u8.ToArray()))).Value);
        Assert.Equal("abc"u8.ToArray(), (await FetchAsync(r => r.RequestUri!.Host == "metadata.example" ? To("https://other.example/b") : Content("abc"u8.ToArray()))).Value);
    }

    [Fact]
    public async Task A_redirect_without_tls_or_in_circles_is_refused()
    {
        Assert.Equal(MetadataErrors.Redirected, (await FetchAsync(_ => To("http://metadata.example/blob"))).Error);
        Assert.Equal(MetadataErrors.Redirected, (await FetchAsync(_ => To("/again"))).Error);
    }

    [Fact]
    public async Task Errors_of_server_and_network_are_one_refusal()
    {
        Assert.Equal(MetadataErrors.Unreachable, (await FetchAsync(_ => new HttpResponseMessage(HttpStatusCode.InternalServerError))).Error);
        Assert.Equal(MetadataErrors.Unreachable, (await FetchAsync(_ => throw new HttpRequestException("no route"))).Error);
    }

    [Fact]
    public async Task More_than_a_blob_may_have_is_not_read()
    {
        var announced = Content([1]);
        announced.Content.Headers.ContentLength = BlobReader.LargestBlob + 1L;
        Assert.Equal(MetadataErrors.Size, (await FetchAsync(_ => announced)).Error);
        Assert.Equal(MetadataErrors.Size, (await FetchAsync(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) })).Error);
    }

    [Theory]
    [InlineData("http://metadata.example/", null)]
    [InlineData("https://user:word@metadata.example/", null)]
    [InlineData("metadata.example", null)]
    [InlineData("https://metadata.example/", "blob.jwt")]
    public void A_configuration_that_cannot_be_meant_stops_the_start(string address, string? file) =>
        Assert.NotEmpty(new FidoMetadataOptions { Address = address, File = file }.Faults());

    [Fact]
    public void Nothing_configured_is_no_fault() => Assert.Empty(new FidoMetadataOptions().Faults());

    [Fact]
    public void It_is_asked_daily_soon_after_the_date_and_hourly_after_a_failure()
    {
        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var next = new DateOnly(2026, 3, 10);
        Assert.True(MetadataTimetable.IsDue(now, null, null, null, false));
        Assert.False(MetadataTimetable.IsDue(now, null, null, now.AddMinutes(-59), true));
        Assert.True(MetadataTimetable.IsDue(now, null, null, now.AddHours(-1), true));
        Assert.False(MetadataTimetable.IsDue(now, now.AddHours(-2), next, null, false));
        Assert.True(MetadataTimetable.IsDue(now, now.AddHours(-24), next, null, false));
        Assert.False(MetadataTimetable.IsDue(now, now.AddDays(-3), next, now.AddHours(-23), false));
        Assert.True(MetadataTimetable.IsDue(now, now.AddDays(-3), next, now.AddHours(-24), false));
        var after = new DateTimeOffset(2026, 3, 11, 1, 0, 0, TimeSpan.Zero);
        Assert.True(MetadataTimetable.IsDue(after, now, next, after.AddHours(-2), false));
        Assert.False(MetadataTimetable.IsDue(after.AddMinutes(30), now, next, after, false));
    }

    private static async Task<IamConsole.Core.Result<byte[]>> FetchAsync(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var download = new MetadataDownload(new Stub(answer));
        return await download.RunAsync(Address, Ct);
    }

    private static HttpResponseMessage Content(byte[] bytes) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };

    private static HttpResponseMessage To(string address)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.Found);
        answer.Headers.Location = new Uri(address, UriKind.RelativeOrAbsolute);
        return answer;
    }

    private sealed class Stub(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
