using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace IamConsole.Tests.Core.Scenarios;

/// <summary>
/// A private PostgreSQL server for the run, on a socket in a folder of its own. Debian's package is installed where it is
/// missing and that is possible; where not, <see cref="Missing"/> says why. Ordered by a language's rules, as most servers are.
/// </summary>
internal sealed class PostgresCluster
{
    private readonly string _folder = Directory.CreateTempSubdirectory("iam-pg-").FullName;
    private readonly string _programs;

    private PostgresCluster(string programs) => _programs = programs;

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder,
        Username = "postgres",
        Database = database,
        MaxPoolSize = 40,
        IncludeErrorDetail = true,
    }.ToString();

    /// <summary>Starts it, or answers null and the reason.</summary>
    public static async Task<(PostgresCluster? Cluster, string? Missing)> StartAsync()
    {
        if (!OperatingSystem.IsLinux()) return (null, "The private PostgreSQL server needs Debian.");
        var programs = FindPrograms();
        if (programs is null && Environment.IsPrivilegedProcess)
        {
            await RunAsync("sh", "-c", "apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=900 postgresql");
            programs = FindPrograms();
        }

        if (programs is null) return (null, "PostgreSQL is not installed, and only root can install it (apt-get install postgresql).");
        var cluster = new PostgresCluster(programs);
        return await cluster.StartServerAsync() is { } error ? (null, error) : (cluster, null);
    }

    private static string? FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin"))
                .Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;

    private async Task<string?> StartServerAsync()
    {
        var data = Path.Combine(_folder, "data");
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", _folder);
        var (made, output) = await RunAsServerAsync(
            "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync",
            "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en");
        if (made != 0) return "initdb failed: " + output;
        var (started, log) = await RunAsServerAsync(
            "pg_ctl", "-D", data, "-w", "-l", Path.Combine(_folder, "log"), "-o",
            $"-c listen_addresses='' -c unix_socket_directories='{_folder}' -c fsync=off -c max_connections=200", "start");
        if (started != 0) return "pg_ctl failed: " + log;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(data);
        return null;
    }

    private void Stop(string data)
    {
        RunAsServerAsync("pg_ctl", "-D", data, "-m", "immediate", "stop").GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
    }

    // PostgreSQL refuses to run as root.
    private Task<(int Code, string Output)> RunAsServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            };
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception error)
        {
            return (-1, error.Message);
        }
    }
}
