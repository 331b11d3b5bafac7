using System.Net;
using AngleSharp.Html.Parser;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>
/// A browser without scruples: cookies in plain sight, no redirect followed, any Origin. It keeps Secure cookies over
/// http://localhost as browsers do, which the framework's own container refuses.
/// </summary>
public sealed class RawClient(Uri server, string userAgent = "RawClient/1.0") : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Sent with each unsafe request; null sends none.</summary>
    public string? Origin { get; set; } = server.GetLeftPart(UriPartial.Authority);

    public async Task<RawResponse> GetAsync(string path, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await SendAsync(request);
    }

    /// <summary>Posts the form on <paramref name="page"/> that holds the named field, with hidden fields as they are.</summary>
    public Task<RawResponse> SubmitAsync(RawResponse page, Dictionary<string, string> fields, string? action = null, int form = 0)
    {
        var found = new HtmlParser().ParseDocument(page.Body).QuerySelectorAll("form")[form];
        var values = found.QuerySelectorAll("input[type=hidden]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields) values[name] = value;
        var target = action ?? found.GetAttribute("action");
        return PostAsync(string.IsNullOrEmpty(target) ? page.Path : target, values);
    }

    public async Task<RawResponse> PostAsync(string path, Dictionary<string, string> values)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(values) };
        if (Origin is not null) request.Headers.TryAddWithoutValidation("Origin", Origin);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        return await SendAsync(request);
    }

    public async Task<RawResponse> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
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

    private void Keep(string header)
    {
        var (name, rest) = (header[..header.IndexOf('=')], header[(header.IndexOf('=') + 1)..]);
        var value = rest.Split(';')[0];
        if (value.Length == 0 || rest.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)) Cookies.Remove(name);
        else Cookies[name] = value;
    }
}
