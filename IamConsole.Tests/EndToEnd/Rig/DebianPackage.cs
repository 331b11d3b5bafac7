using System.Diagnostics;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Programs that tests need: found, or installed from Debian.</summary>
internal static class DebianPackage
{
    private static readonly Lock Installing = new();

    /// <summary>The first of <paramref name="paths"/> that exists, after installing <paramref name="packages"/> where none does.</summary>
    public static string FindOrInstall(string[] paths, params string[] packages)
    {
        lock (Installing)
        {
            if (Array.Find(paths, File.Exists) is { } found) return found;
            Run("apt-get", "update", "-qq");
            Run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=900", .. packages]);
            return Array.Find(paths, File.Exists)
                ?? throw new InvalidOperationException($"{string.Join(", ", packages)} did not bring {string.Join(" or ", paths)}.");
        }
    }

    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}");
    }
}
