using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace IamConsole.Web.Sessions;

/// <summary>
/// A static form acts once, however often it is clicked: what is sent again by the same browser within seconds gets the first
/// one's answer, also when that browser no longer waits for the first (it drops the first request when it sends the second,
/// and what has begun goes on). The same browser: it has the antiforgery cookie that the form's token belongs to, which no page
/// and no form shows, and the secrets that it had at the first click or got by its answer. So nobody gains by knowing the form's
/// content. One sending is one entry in the trail, one counted code, one session.
/// </summary>
public static class SubmitOnce
{
    // Forms are small; a larger one is no click.
    private const int LargestForm = 64 << 10;
    private const int LargestPage = 256 << 10;

    /// <summary>Adds it: behind the check of the origin, before anybody is recognised.</summary>
    public static IApplicationBuilder UseSubmitOnce(this IApplicationBuilder app)
    {
        var answers = app.ApplicationServices.GetRequiredService<FormAnswers>();
        return app.Use((context, next) => IsForm(context.Request) ? AnswerAsync(context, next, answers) : next(context));
    }

    private static bool IsForm(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true
        && request.ContentLength is > 0 and <= LargestForm
        && request.Cookies.ContainsKey(ConsoleCookies.Antiforgery);

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, FormAnswers answers)
    {
        var form = await FormOfAsync(context.Request);
        var cookies = CookiesOf(context.Request);
        var answer = answers.Of(form, cookies, out var isFirst);
        if (isFirst)
        {
            await MakeAsync(context, next, answers, form, answer);
            return;
        }

        var stored = await answer.Stored.WaitAsync(context.RequestAborted);
        if (stored is null || cookies != answer.CookiesBefore && cookies != stored.CookiesAfter) await next(context);
        else await GiveAsync(context.Response, stored);
    }

    private static async Task MakeAsync(HttpContext context, RequestDelegate next, FormAnswers answers, string form, FormAnswer answer)
    {
        StoredAnswer? stored = null;
        var (response, sent) = (context.Response, context.Response.Body);
        using var page = new MemoryStream();

        // Whoever clicks twice gives the first request up: what it began is done all the same.
        context.RequestAborted = CancellationToken.None;
        response.Body = page;
        try
        {
            await next(context);
            response.Body = sent;
            await response.StartAsync(CancellationToken.None);
            if (response.StatusCode < StatusCodes.Status500InternalServerError && page.Length <= LargestPage) stored = Keep(context, page.ToArray());
        }
        finally
        {
            response.Body = sent;
            answers.Made(form, answer, stored);
        }

        page.Position = 0;
        await page.CopyToAsync(sent, CancellationToken.None);
    }

    private static StoredAnswer Keep(HttpContext context, byte[] page)
    {
        var headers = context.Response.Headers;
        var after = SecretsOf(context.Request);
        foreach (var set in SetCookieHeaderValue.ParseList([.. headers.SetCookie.OfType<string>()]))
        {
            if (after.ContainsKey(set.Name.ToString())) after[set.Name.ToString()] = set.Value.ToString();
        }

        return new StoredAnswer(
            context.Response.StatusCode,
            [.. headers.Where(h => !IsOfTransport(h.Key)).Select(h => new KeyValuePair<string, string[]>(h.Key, [.. h.Value.OfType<string>()]))],
            page, string.Join('\n', after.Values));
    }

    private static async Task GiveAsync(HttpResponse response, StoredAnswer stored)
    {
        response.StatusCode = stored.Status;
        foreach (var (name, values) in stored.Headers) response.Headers[name] = values;
        if (stored.Body.Length > 0) await response.Body.WriteAsync(stored.Body);
    }

    private static bool IsOfTransport(string header) =>
        header is "Date" or "Transfer-Encoding" or "Connection" or "Keep-Alive";

    private static async Task<string> FormOfAsync(HttpRequest request)
    {
        request.EnableBuffering(LargestForm);
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n{request.Headers.UserAgent}\n{request.Cookies[ConsoleCookies.Antiforgery]}\n"));
        hash.AppendData(content.ToArray());
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string CookiesOf(HttpRequest request) => string.Join('\n', SecretsOf(request).Values);

    private static SortedDictionary<string, string> SecretsOf(HttpRequest request) => new(StringComparer.Ordinal)
    {
        [ConsoleCookies.Pending] = request.Cookies[ConsoleCookies.Pending] ?? "",
        [ConsoleCookies.Session] = request.Cookies[ConsoleCookies.Session] ?? "",
    };
}
