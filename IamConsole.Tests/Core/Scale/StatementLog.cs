using System.Data.Common;
using System.Diagnostics;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IamConsole.Tests.Core.Scale;

/// <summary>The statements that the product sends to one database, and how that database would do them.</summary>
internal sealed class StatementLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<(string Text, List<(string Name, object? Value)> Parameters)> _seen = [];
    private readonly List<IDisposable> _subscriptions = [];
    private readonly string _connection;

    public StatementLog(IamDbContext db)
    {
        _connection = db.Database.GetConnectionString()!;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The texts of the statements since the last call, in order.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_seen)
        {
            var texts = _seen.ConvertAll(s => s.Text);
            _seen.Clear();
            return texts;
        }
    }

    /// <summary>The plans of the statements about users since the last call.</summary>
    public async Task<string> ExplainAsync(IamDbContext db, CancellationToken ct)
    {
        List<(string Text, List<(string Name, object? Value)> Parameters)> seen;
        lock (_seen) (seen, _) = ([.. _seen], 0);
        lock (_seen) _seen.Clear();
        var plans = new List<string>();
        await db.Database.OpenConnectionAsync(ct);
        foreach (var (text, parameters) in seen.Where(s => s.Text.Contains("\"NormalizedName\"", StringComparison.Ordinal) && s.Text.Contains("LIMIT", StringComparison.Ordinal)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = (db is SqliteIamDbContext ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + text;
            foreach (var (name, value) in parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) plans.Add(reader.GetString(reader.FieldCount - 1));
        }

        return string.Join('\n', plans);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData command) return;
        if (command.Context?.Database.GetConnectionString() != _connection) return;
        var parameters = command.Command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value)).ToList();
        lock (_seen) _seen.Add((command.Command.CommandText, parameters));
    }

    public void OnCompleted()
    {
        // Listeners of the framework never complete.
    }

    public void OnError(Exception error)
    {
        // Nor do they fail.
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
