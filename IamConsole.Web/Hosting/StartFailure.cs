using System.Net.Sockets;
using IamConsole.Core.Persistence;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace IamConsole.Web.Hosting;

/// <summary>Whatever ends a start or a command is said in one sentence, never in a stack trace.</summary>
public static class StartFailure
{
    private const string Details = "Logging__LogLevel__Default";
    private const int NoSpace = 28;

    /// <summary>The sentence.</summary>
    public static string Explain(Exception error) => error switch
    {
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        AggregateException or TypeInitializationException or System.Reflection.TargetInvocationException when error.InnerException is { } inner => Explain(inner),
        IOException { InnerException: AddressInUseException } => FirstLine(error) + " Choose another with --urls.",
        InvalidOperationException when error.Message.Contains("HTTPS endpoint", StringComparison.Ordinal) =>
            "--urls: https needs a certificate. Name it with Kestrel:Certificates:Default:Path and Kestrel:Certificates:Default:Password, or let a proxy speak HTTPS.",
        InvalidOperationException { Source: "IamConsole.Web" } => error.Message,
        _ when IsOurs(error) => error.Message,
        _ => DatabaseFault.Explain(error) ?? OfSystem(error),
    };

    /// <summary>Whether the operator asked for the log's details, by the setting that the sentence names.</summary>
    public static bool WantsDetails(string[] args) =>
        Environment.GetEnvironmentVariable(Details) is "Debug" or "Trace"
        || args.Any(a => a.StartsWith("--Logging:LogLevel:Default=", StringComparison.OrdinalIgnoreCase) && a.Split('=')[1] is "Debug" or "Trace");

    private static bool IsOurs(Exception error) => error.GetType().Namespace?.StartsWith("IamConsole.", StringComparison.Ordinal) is true;

    private static string OfSystem(Exception error) => error.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "--urls: this user may not listen at that port. Choose one above 1023, or grant the right.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "--urls: this machine has no such address to listen at.",
        IOException { HResult: NoSpace } => "The disk is full.",
        UnauthorizedAccessException denied => FirstLine(denied),
        var cause when error is InvalidDataException or FormatException && cause != error => $"{FirstLine(error)} {FirstLine(cause)}",
        var cause => $"IAM Console cannot go on: {FirstLine(cause)} ({cause.GetType().Name}). {Details}=Debug in the environment tells more.",
    };

    private static string FirstLine(Exception error) => error.Message.Split('\n', 2)[0].Trim();
}
