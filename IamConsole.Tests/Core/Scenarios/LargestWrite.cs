using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IamConsole.Tests.Core.Scenarios;

/// <summary>How many rows the largest statement that changes rows changed.</summary>
internal sealed class LargestWrite : IDbCommandInterceptor
{
    /// <summary>The rows.</summary>
    public int Rows { get; private set; }

    /// <summary>The statement.</summary>
    public string Text { get; private set; } = "";

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > Rows) (Rows, Text) = (result, command.CommandText);
        return ValueTask.FromResult(result);
    }
}
