using System.Globalization;
using IamConsole.Web.Settings;

namespace IamConsole.Web.Hosting;

/// <summary>A program that runs out of file handles fails anywhere: too low a limit is said at the start.</summary>
public static class FileHandles
{
    // A server that has just started holds some three hundred and thirty; each visitor takes one more.
    private const int Fewest = 512;

    /// <summary>Looks at this process.</summary>
    /// <exception cref="SettingsException">The limit is too low.</exception>
    public static void Check()
    {
        const string limits = "/proc/self/limits";
        if (File.Exists(limits)) Check(File.ReadAllLines(limits));
    }

    /// <summary>Looks at the limits as the system writes them: name, limit now, highest limit, unit.</summary>
    public static void Check(IEnumerable<string> limits)
    {
        const string name = "Max open files";
        var limit = limits.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        if (int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var handles) && handles < Fewest)
            throw new SettingsException($"Too few file handles: the limit is {handles}, and at least {Fewest} are needed. Raise it with ulimit -n.");
    }
}
