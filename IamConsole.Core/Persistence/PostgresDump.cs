using System.Globalization;
using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>PostgreSQL's own program copies a PostgreSQL database; this says how it is called.</summary>
public static class PostgresDump
{
    /// <summary>The command, without a password.</summary>
    public static string Command(string connectionString, string file)
    {
        var of = new NpgsqlConnectionStringBuilder(connectionString);
        return string.Create(CultureInfo.InvariantCulture,
            $"pg_dump --format=custom --file={Quoted(file)} --host={Quoted(of.Host)} --port={of.Port} --username={Quoted(of.Username)} {Quoted(of.Database)}");
    }

    private static string Quoted(string? word) => $"'{(word ?? "").Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
