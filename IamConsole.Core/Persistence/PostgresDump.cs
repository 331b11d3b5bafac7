using System.Globalization;
using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>PostgreSQL's own program copies a PostgreSQL database; this says how it is called.</summary>
public static class PostgresDump
{
    // What the connection string says of TLS, in libpq's words.
    private static readonly Dictionary<SslMode, string> Tls = new()
    {
        [SslMode.Disable] = "disable",
        [SslMode.Allow] = "allow",
        [SslMode.Require] = "require",
        [SslMode.VerifyCA] = "verify-ca",
        [SslMode.VerifyFull] = "verify-full",
    };

    /// <summary>
    /// The command for a shell, without a password, for which the program asks: as the console connects, into a file that is
    /// its owner's alone. What the connection string leaves out is left out here, and means the same.
    /// </summary>
    public static string Command(string connectionString, string file)
    {
        var of = new NpgsqlConnectionStringBuilder(connectionString);
        var hosts = (of.Host ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(h => Split(h, of.Port)).ToList();
        var said = new (string Key, string? Value)[]
        {
            ("host", string.Join(',', hosts.Select(h => h.Host))), ("port", string.Join(',', hosts.Select(h => h.Port))),
            ("user", of.Username), ("dbname", of.Database), ("passfile", of.Passfile), ("sslmode", Tls.GetValueOrDefault(of.SslMode)),
            ("sslrootcert", of.RootCertificate), ("sslcert", of.SslCertificate), ("sslkey", of.SslKey),
        };
        var how = string.Join(' ', said.Where(s => !string.IsNullOrEmpty(s.Value)).Select(s => $"{s.Key}={Value(s.Value!)}"));
        return $"(umask 077 && pg_dump --format=custom --file={Quoted(file)} --dbname={Quoted(how)})";
    }

    // A port may stand with its host, which is no folder of a socket and no IPv6 address.
    private static (string Host, string Port) Split(string host, int port) =>
        host.Split(':') is [var name, var own] && !host.StartsWith('/') ? (name, own) : (host, port.ToString(CultureInfo.InvariantCulture));

    private static string Value(string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || "_-./,:".Contains(c, StringComparison.Ordinal)) ? value
        : $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
