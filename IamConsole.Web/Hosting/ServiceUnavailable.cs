using IamConsole.Core;
using IamConsole.Core.Persistence;

namespace IamConsole.Web.Hosting;

/// <summary>Answers a request that the database kept waiting: 503, and when to come again; 409 to one that was overtaken.</summary>
internal static class ServiceUnavailable
{
    /// <summary>Marks the answer, if <paramref name="error"/> passes by itself.</summary>
    /// <returns>What to say, or null: the fault is another one.</returns>
    public static Error? Answer(HttpContext context, Exception error)
    {
        if (PassingFault.Of(error) is not { } told) return null;
        if (context.Response.HasStarted) return told;
        context.Response.StatusCode = Status(error);
        if (told != PersistenceErrors.Overtaken) context.Response.Headers.RetryAfter = $"{PersistenceErrors.RetryAfter.TotalSeconds:0}";
        return told;
    }

    /// <summary>How <c>UseExceptionHandler</c> ends a request: nobody's log is filled with traces of a database that restarts.</summary>
    public static ExceptionHandlerOptions Handler(string page) => new()
    {
        ExceptionHandlingPath = page,
        CreateScopeForErrors = true,
        StatusCodeSelector = Status,

        // Of the last kind the trace is wanted: a use case could have answered by name.
        SuppressDiagnosticsCallback = context => PassingFault.Of(context.Exception) is { } told && told != PersistenceErrors.Overtaken,
    };

    private static int Status(Exception error) => PassingFault.Of(error) is not { } told ? StatusCodes.Status500InternalServerError
        : told == PersistenceErrors.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status503ServiceUnavailable;
}
