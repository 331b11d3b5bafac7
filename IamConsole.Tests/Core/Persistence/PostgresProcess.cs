using System.Diagnostics;
using System.Globalization;
using IamConsole.Tests.EndToEnd.Rig;
using Npgsql;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>
/// A PostgreSQL server on a socket in a folder of its own, gone with the process that started it: a guard holds the other
/// end of a pipe, which breaks even when the tests are killed, and then stops the server and removes the folder.
/// </summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    /// <summary>
    /// $1: the folder with PostgreSQL's programs. Ordered by a language's rules, as most servers are. Ctrl-C is meant for
    /// the tests, which then close the pipe. In memory where there is room: hundreds of databases come and go.
    /// </summary>
    private const string Guard = """
        trap '' HUP INT TERM
        room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
        [ "${room:-0}" -gt 4000000 ] && [ -w /dev/shm ] && place=/dev/shm || place=/tmp
        folder=$(mktemp -d "$place/iam-pg-XXXXXX") && cd "$folder" || exit 1
        "$1/initdb" -D data -U postgres -A trust -E UTF8 --no-sync \
            --locale=C.UTF-8 --locale-provider=icu --icu-locale=en >log 2>&1 &&
        "$1/pg_ctl" -D data -w -t 120 -l log start >>log 2>&1 -o "-c listen_addresses='' \
            -c unix_socket_directories='$folder' -c fsync=off -c full_page_writes=off -c max_connections=200" &&
        echo "ready $folder" && cat >/dev/null || cat log
        "$1/pg_ctl" -D data -m immediate stop >/dev/null 2>&1
        cd / && rm -rf "$folder"
        """;

    private readonly Process _guard;
    private readonly string _folder;

    private readonly int _version;

    private PostgresProcess(Process guard, string folder)
    {
        (_guard, _folder) = (guard, folder);
        _version = int.Parse(File.ReadAllText(Path.Combine(folder, "data", "PG_VERSION")), CultureInfo.InvariantCulture);
    }

    /// <summary>The guard's process id.</summary>
    public int Id => _guard.Id;

    /// <summary>Where the socket and the data lie.</summary>
    public string Folder => _folder;

    public static async Task<PostgresProcess> StartAsync()
    {
        if (!OperatingSystem.IsLinux()) throw new PostgresMissingException("The private PostgreSQL server needs Linux.");

        // A session of its own: a signal to the tests' process group leaves the guard alive to clean up.
        string[] command = ["setsid", "sh", "-c", Guard, "iam-postgres", await Task.Run(PostgresPrograms.FindOrInstall)];
        if (Environment.IsPrivilegedProcess) command = ["runuser", "-u", "postgres", "--", .. command];
        var guard = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        var first = await guard.StandardOutput.ReadLineAsync();
        if (first?.Split(' ') is ["ready", var folder]) return new PostgresProcess(guard, folder);
        using (guard)
            throw new PostgresMissingException($"PostgreSQL does not start: {first} {await guard.StandardOutput.ReadToEndAsync()}");
    }

    /// <summary>Copies a database: its files, where the server can (from version 15 on it else writes all of it to its log).</summary>
    public string CopyStatement(string name, string template) =>
        $"CREATE DATABASE {name} TEMPLATE {template}" + (_version >= 15 ? " STRATEGY FILE_COPY" : "");

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder,
        Username = "postgres",
        Database = database,
        MaxPoolSize = 40,
        IncludeErrorDetail = true,
    }.ToString();

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }
}
