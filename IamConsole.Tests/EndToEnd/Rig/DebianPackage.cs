using System.Diagnostics;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Programs that tests need: found, or installed from Debian.</summary>
internal static class DebianPackage
{
    private static readonly Lock Installing = new();

    /// <summary>The folders of PATH.</summary>
    public static IEnumerable<string> SearchPath => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The first of <paramref name="paths"/> (whole ones, or names on PATH) that exists, after installing
    /// <paramref name="packages"/> where none does.
    /// </summary>
    public static string FindOrInstall(string[] paths, params string[] packages)
    {
        lock (Installing)
        {
            if (Find(paths) is { } found) return found;
            Install(packages);
            return Find(paths)
                ?? throw new InvalidOperationException($"{string.Join(", ", packages)} did not bring {string.Join(" or ", paths)}.");
        }
    }

    /// <summary>Installs; an exception says what stands in the way.</summary>
    public static void Install(params string[] packages)
    {
        lock (Installing)
        {
            var names = string.Join(' ', packages);
            if (!File.Exists("/usr/bin/apt-get") || !Environment.IsPrivilegedProcess)
                throw new InvalidOperationException($"Only root on Debian can install it; elsewhere, install {names} by hand.");

            // One unreachable source of several fails the update; whether that matters, the installation shows.
            string? stale = null;
            try
            {
                Run("apt-get", "-o", "DPkg::Lock::Timeout=900", "update", "-qq");
            }
            catch (InvalidOperationException error)
            {
                stale = error.Message;
            }

            try
            {
                Run("apt-get", ["-o", "DPkg::Lock::Timeout=900", "install", "-y", "-qq", "--no-install-recommends", .. packages]);
            }
            catch (InvalidOperationException error) when (stale is not null)
            {
                throw new InvalidOperationException($"{error.Message} Before that: {stale}", error);
            }
        }
    }

    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}{output}");
    }

    private static string? Find(string[] paths) =>
        paths.SelectMany(p => Path.IsPathRooted(p) ? [p] : SearchPath.Select(f => Path.Combine(f, p))).FirstOrDefault(File.Exists);
}
