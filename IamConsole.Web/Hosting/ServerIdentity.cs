using IamConsole.Core.Jobs;

namespace IamConsole.Web.Hosting;

/// <summary>
/// What tells this data folder's server from others on the same database: so it knows after a crash which background work was
/// its own, and need not wait until it could be nobody's.
/// </summary>
internal static class ServerIdentity
{
    private const int Longest = 40;

    /// <summary>The identity that lies in the folder, made where there is none.</summary>
    public static string Of(DataFolder folder)
    {
        if (Read(folder.IdentityFile) is { } known) return known;
        var made = JobHolder.New().Server;
        using var file = new StreamWriter(folder.IdentityFile, OwnerOnly.Options(FileMode.Create, FileShare.None));
        file.Write(made);
        return made;
    }

    // A file that was cut off while it was written, or that somebody made: a new identity only makes the next start wait a minute.
    private static string? Read(string file)
    {
        if (!File.Exists(file)) return null;
        var text = File.ReadAllText(file).Trim();
        return text.Length is > 0 and <= Longest && text.All(char.IsAsciiLetterOrDigit) ? text : null;
    }
}
