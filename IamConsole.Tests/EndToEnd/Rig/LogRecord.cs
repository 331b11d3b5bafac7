using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Everything that is logged, down to the last detail of the framework.</summary>
public sealed class LogRecord : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Nothing below it is recorded.</summary>
    public LogLevel Lowest { get; init; } = LogLevel.Trace;

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state}");
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // What was recorded is read after the server has gone.
    }
}
