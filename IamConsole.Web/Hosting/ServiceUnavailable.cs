using IamConsole.Core;
using IamConsole.Core.Persistence;

namespace IamConsole.Web.Hosting;

/// <summary>Answers a request that the database kept waiting: 503, and when to come again.</summary>
internal static class ServiceUnavailable
{
    /// <summary>Marks the answer, if <paramref name="error"/> passes by itself.</summary>
    /// <returns>What to say, or null: the fault is another one.</returns>
    public static Error? Answer(HttpContext context, Exception error)
    {
        if (PassingFault.Of(error) is not { } told) return null;
        if (context.Response.HasStarted) return told;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = $"{PersistenceErrors.RetryAfter.TotalSeconds:0}";
        return told;
    }

    /// <summary>How <c>UseExceptionHandler</c> ends a request: nobody's log is filled with traces of a database that restarts.</summary>
    public static ExceptionHandlerOptions Handler(string page) => new()
    {
        ExceptionHandlingPath = page,
        CreateScopeForErrors = true,
        StatusCodeSelector = error => PassingFault.Is(error)
            ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = context => PassingFault.Is(context.Exception),
    };
}
