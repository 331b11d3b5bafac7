using System.Diagnostics;
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
    /// the tests, which then close the pipe.
    /// </summary>
    private const string Guard = """
        trap '' HUP INT TERM
        folder=$(mktemp -d /tmp/iam-pg-XXXXXX) && cd "$folder" || exit 1
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

    private PostgresProcess(Process guard, string folder) => (_guard, _folder) = (guard, folder);

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
            RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/",
        })!;
        var first = await guard.StandardOutput.ReadLineAsync();
        if (first?.Split(' ') is ["ready", var folder]) return new PostgresProcess(guard, folder);
        using (guard)
            throw new PostgresMissingException($"PostgreSQL does not start: {first} {await guard.StandardOutput.ReadToEndAsync()}");
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder, Username = "postgres", Database = database, MaxPoolSize = 40, IncludeErrorDetail = true,
    }.ToString();

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }
}
