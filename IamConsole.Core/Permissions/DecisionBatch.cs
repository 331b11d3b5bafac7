using System.Text;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace IamConsole.Core.Permissions;

/// <summary>Many decisions in one statement of both dialects, which adds to those that are there, whoever wrote them.</summary>
internal static class DecisionBatch
{
    /// <summary>So that the parameters stay below what either database takes (32,766).</summary>
    public const int Most = 1_000;

    private const string AddUp =
        """
         ON CONFLICT ("Id") DO UPDATE SET
           "Count" = "RecordedDecisions"."Count" + excluded."Count",
           "MfaAge" = CASE WHEN excluded."LastAt" >= "RecordedDecisions"."LastAt" THEN excluded."MfaAge" ELSE "RecordedDecisions"."MfaAge" END,
           "LastAt" = CASE WHEN excluded."LastAt" >= "RecordedDecisions"."LastAt" THEN excluded."LastAt" ELSE "RecordedDecisions"."LastAt" END
        """;

    /// <summary>Writes them in the transaction of <paramref name="db"/>; no two have one identifier.</summary>
    public static async Task WriteAsync(IamDbContext db, IReadOnlyList<RecordedDecision> rows, CancellationToken ct)
    {
        var columns = db.Model.FindEntityType(typeof(RecordedDecision))!.GetProperties().ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var text = new StringBuilder("INSERT INTO \"RecordedDecisions\" (").AppendJoin(", ", columns.Select(c => $"\"{c.GetColumnName()}\"")).Append(") VALUES ");
        for (var row = 0; row < rows.Count; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns.Count; column++)
            {
                var name = $"@p{row}_{column}";
                text.Append(column == 0 ? "" : ", ").Append(name);
                command.Parameters.Add(columns[column].GetRelationalTypeMapping()
                    .CreateParameter(command, name, columns[column].PropertyInfo!.GetValue(rows[row]), columns[column].IsNullable));
            }

            text.Append(')');
        }

        command.CommandText = text.Append(AddUp).ToString();
        await command.ExecuteNonQueryAsync(ct);
    }
}
