using Npgsql;

namespace IamConsole.Core.Persistence;

/// <summary>
/// A PostgreSQL database as people write it: Npgsql's keywords, or a URI (libpq, "Connection URIs") such as
/// <c>postgres://user:password@host:5432/database?sslmode=require</c>. No refusal shows any of its values.
/// </summary>
public static class PostgresAddress
{
    private const string NotSupported = "Keyword not supported";

    // libpq's names where Npgsql's differ by more than blanks and underscores.
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["target_session_attrs"] = "Target Session Attributes",
        ["channel_binding"] = "Channel Binding",
        ["client_encoding"] = "Client Encoding",
        ["options"] = "Options",
        ["passfile"] = "Passfile",
        ["host"] = "Host",
        ["port"] = "Port",
        ["user"] = "Username",
        ["password"] = "Password",
        ["dbname"] = "Database",
    };

    /// <summary>Npgsql's connection string, or what is wrong.</summary>
    public static Result<string> Read(string text)
    {
        try
        {
            var isUri = text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);
            if (!isUri && text.Contains("://", StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal))
                return Wrong("an address begins with postgres:// or postgresql://.");
            var database = isUri ? FromUri(text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..]) : new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrWhiteSpace(database.Host) ? Wrong("it names no server (Host=…).")
                : string.IsNullOrWhiteSpace(database.Database) && string.IsNullOrWhiteSpace(database.Username) ? Wrong("it names no database (Database=…).")
                : database.ToString();
        }
        catch (KeyNotFoundException unknown)
        {
            return Wrong(unknown.Message);
        }
        catch (ArgumentException unknown) when (unknown.Message.StartsWith(NotSupported, StringComparison.OrdinalIgnoreCase))
        {
            // Not which: it may be the end of a password with a semicolon.
            return Wrong("it has a keyword that is not known. A value with a semicolon stands in quotation marks.");
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return Wrong("it is neither keywords (Host=…;Database=…;Username=…;Password=…) nor an address (postgres://user:password@host/database).");
        }
    }

    private static NpgsqlConnectionStringBuilder FromUri(string rest)
    {
        var database = new NpgsqlConnectionStringBuilder();
        var (place, query) = rest.Split('?', 2) is [var before, var after] ? (before, after) : (rest, "");
        var (authority, name) = place.Split('/', 2) is [var left, var right] ? (left, right) : (place, "");
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var user = authority[..at].Split(':', 2);
            database.Username = Uri.UnescapeDataString(user[0]);
            if (user is [_, var password]) database.Password = Uri.UnescapeDataString(password);
        }

        var host = authority[(at + 1)..];
        if (host.Length > 0) SetHost(database, host);
        if (name.Length > 0) database.Database = Uri.UnescapeDataString(name.TrimEnd('/'));
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries)) SetParameter(database, pair);
        return database;
    }

    // One server with a port of its own, or several, each with its port: "Host" takes those as they are.
    private static void SetHost(NpgsqlConnectionStringBuilder database, string host)
    {
        var colon = host.LastIndexOf(':');
        if (host.Contains(',', StringComparison.Ordinal) || colon <= host.LastIndexOf(']'))
        {
            database.Host = Uri.UnescapeDataString(host.Trim('[', ']'));
            return;
        }

        database.Host = Uri.UnescapeDataString(host[..colon].Trim('[', ']'));
        if (host[(colon + 1)..] is { Length: > 0 } port) database["Port"] = port;
    }

    private static void SetParameter(NpgsqlConnectionStringBuilder database, string pair)
    {
        var (key, value) = pair.Split('=', 2) is [var left, var right] ? (Uri.UnescapeDataString(left), Uri.UnescapeDataString(right)) : (pair, "");
        if (!Keywords.TryGetValue(key, out var keyword)) throw new KeyNotFoundException($"\"{(key.Length < 40 ? key : key[..40])}\" is no parameter that is known here.");
        database[keyword] = keyword is "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
    }

    private static Error Wrong(string what) => new("PostgresAddress", what);
}
