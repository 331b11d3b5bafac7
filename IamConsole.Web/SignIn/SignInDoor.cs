using System.Collections.Concurrent;
using IamConsole.Core;
using IamConsole.Core.SignIn;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.SignIn;

/// <summary>
/// How many may be at the sign-in at once: of one network, and together. Beyond, the answer comes at once and costs next to
/// nothing, before a form is read or a page is made: the queues behind it (<c>PasswordHashing</c>) are fair, but cannot help
/// against the mere number of requests.
/// </summary>
public sealed class SignInDoor
{
    private const int RetryAfterSeconds = 5;
    private const int PromptRefusals = 20;

    private readonly int _each;
    private readonly int _together;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, int> _inside = new();
    private readonly ConcurrentDictionary<string, int> _refused = new();
    private int _all;
    private int _held;
    private long _second;

    /// <summary>A hundred of one network, a thousand together.</summary>
    public SignInDoor(TimeProvider clock)
        : this(each: 100, together: 1000, clock)
    {
    }

    /// <summary>So many.</summary>
    public SignInDoor(int each, int together, TimeProvider clock) => (_each, _together, _clock) = (each, together, clock);

    /// <summary>
    /// How long a refusal is held back after the first twenty of one network in a second: answered at its own pace, a flood
    /// that asks again at once would take the processors from those who are inside.
    /// </summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Says that trying again helps.</summary>
    public static void SayBusy(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = $"{RetryAfterSeconds}";
    }

    /// <summary>
    /// Whether one more may come in; then <see cref="Leave"/> follows. When the house is full, only of a network of which nobody is inside,
    /// and not twice as many.
    /// </summary>
    public bool Enter(string network)
    {
        var (own, all) = (_inside.AddOrUpdate(network, 1, (_, inside) => inside + 1), Interlocked.Increment(ref _all));
        if (own <= _each && (all <= _together || own == 1 && all <= 2 * _together)) return true;
        Leave(network);
        return false;
    }

    /// <summary>Somebody who came in is through.</summary>
    public void Leave(string network)
    {
        Interlocked.Decrement(ref _all);
        if (_inside.AddOrUpdate(network, 0, (_, inside) => inside - 1) <= 0) _inside.TryRemove(new(network, 0));
    }

    /// <summary>The door itself: other pages than those of the sign-in have none.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsSignIn(context.Request.Path))
        {
            await next(context);
            return;
        }

        var network = ClientNetwork.Of(context.Connection.RemoteIpAddress?.ToString()) ?? "";
        if (!Enter(network))
        {
            await HoldAsync(network, context.RequestAborted);
            await RefuseAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Leave(network);
        }
    }

    private bool IsHammering(string network)
    {
        var second = _clock.GetUtcNow().ToUnixTimeSeconds();
        if (Interlocked.Exchange(ref _second, second) != second) _refused.Clear();
        return _refused.AddOrUpdate(network, 1, (_, times) => times + 1) > PromptRefusals;
    }

    // Waiting costs a few hundred bytes, and no more wait than may be inside together.
    private async Task HoldAsync(string network, CancellationToken ct)
    {
        if (!IsHammering(network)) return;
        try
        {
            if (Interlocked.Increment(ref _held) <= _together) await Task.Delay(Pause, _clock, ct);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for the answer any more.
        }
        finally
        {
            Interlocked.Decrement(ref _held);
        }
    }

    private static bool IsSignIn(PathString path) =>
        path.StartsWithSegments("/signin") || path.StartsWithSegments("/setup")
        || path.Value is { } text && text.TrimEnd('/').EndsWith("/signin", StringComparison.OrdinalIgnoreCase);

    // By hand: to have it made by the pages' own machinery would cost what this saves.
    private static Task RefuseAsync(HttpContext context)
    {
        SayBusy(context.Response);
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)) return Task.CompletedTask;
        var theme = DisplayMode.Of(context.Request) is { } mode ? $" data-theme=\"{mode}\"" : "";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
             <!DOCTYPE html>
             <html lang="en"{theme}>
             <head>
             <meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
             <title>Try again | IAM Console</title>
             <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
             <link rel="stylesheet" href="/tokens.css" /><link rel="stylesheet" href="/parts.css" /><link rel="stylesheet" href="/signin.css" />
             </head>
             <body><div class="signin">
             <header class="signin-header"><a class="signin-brand" href="/signin"><span>IAM Console</span></a></header>
             <main class="signin-main"><section class="signin-card">
             <h1>Try again in a moment</h1>
             <p role="alert">{SignInErrors.Busy.Message} Nothing was checked.</p>
             <a class="button button-primary button-full" href="/signin">Try again</a>
             </section></main>
             <footer class="signin-footer">IAM Console · self-hosted</footer>
             </div></body>
             </html>
             """, context.RequestAborted);
    }
}
