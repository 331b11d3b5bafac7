using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.Extensions.Options;

namespace IamConsole.Web.Hosting;

/// <summary>What an operator can mend himself is said in one sentence instead of a stack trace.</summary>
internal static class StartFailure
{
    public static string? Explain(Exception error) => error switch
    {
        KeyRingMismatchException or AuditTrailException => error.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => error.Message + " Choose another with --urls.",
        InvalidOperationException { Source: "IamConsole.Web" } => error.Message,
        UnauthorizedAccessException => error.Message,
        _ when PassingFault.Of(error) is { } away => $"{away.Message} ({error.GetBaseException().Message})",
        _ => null,
    };
}
