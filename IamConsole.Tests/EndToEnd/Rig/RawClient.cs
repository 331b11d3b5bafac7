using System.Net.Http.Json;
using AngleSharp.Html.Parser;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>
/// A browser without scruples: cookies in plain sight, no redirect followed, any Origin. It keeps Secure cookies over
/// http://localhost as browsers do, which the framework's own container refuses.
/// </summary>
public sealed class RawClient(Uri server, string userAgent = "RawClient/1.0", HttpMessageHandler? handler = null) : IDisposable
{
    private readonly HttpClient _http = new(handler ?? new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server };

    /// <summary>What is sent with each request; tests copy, alter and remove.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Sent with each request besides, as they are.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>Sent with each unsafe request; null sends none.</summary>
    public string? Origin { get; set; } = server.GetLeftPart(UriPartial.Authority);

    public async Task<RawResponse> GetAsync(string path, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await SendAsync(request);
    }

    /// <summary>Posts a form of <paramref name="page"/>, hidden fields as they are, the others as given.</summary>
    public Task<RawResponse> SubmitAsync(RawResponse page, Dictionary<string, string> fields, string? action = null, int form = 0)
    {
        var found = new HtmlParser().ParseDocument(page.Body).QuerySelectorAll("form")[form];
        var values = new Dictionary<string, string>();
        foreach (var hidden in found.QuerySelectorAll("input[type=hidden][name]"))
            values[hidden.GetAttribute("name")!] = hidden.GetAttribute("value") ?? "";
        foreach (var (name, value) in fields) values[name] = value;
        var target = action ?? found.GetAttribute("action");
        return PostAsync(string.IsNullOrEmpty(target) ? page.Path : target, values);
    }

    public Task<RawResponse> PostAsync(string path, Dictionary<string, string> values) =>
        PostAsync(path, new FormUrlEncodedContent(values), "text/html");

    public Task<RawResponse> PostJsonAsync(string path, object value) => PostAsync(path, JsonContent.Create(value), "application/json");

    public async Task<RawResponse> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (Cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        using var response = await _http.SendAsync(request);
        var set = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.ToList() : [];
        foreach (var cookie in set) Keep(cookie);
        return new RawResponse(
            request.RequestUri!.OriginalString, response.StatusCode, response.Headers.Location?.OriginalString,
            await response.Content.ReadAsStringAsync(), set,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value)));
    }

    public void Dispose() => _http.Dispose();

    private async Task<RawResponse> PostAsync(string path, HttpContent content, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (Origin is not null) request.Headers.TryAddWithoutValidation("Origin", Origin);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await SendAsync(request);
    }

    private void Keep(string header)
    {
        var (name, rest) = (header[..header.IndexOf('=')], header[(header.IndexOf('=') + 1)..]);
        var value = rest.Split(';')[0];
        var ended = value.Length == 0
            || rest.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)
            || rest.Split(';').Skip(1).Any(a => a.Trim().Equals("max-age=0", StringComparison.OrdinalIgnoreCase));
        if (ended) Cookies.Remove(name);
        else Cookies[name] = value;
    }
}
