using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>Finds the folder with PostgreSQL's server programs.</summary>
internal static class PostgresPrograms
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Debian keeps them off PATH, one folder for each major version.</summary>
    public static string FindOrInstall()
    {
        if (Find(Places()) is { } found) return found;
        try
        {
            DebianPackage.Install("postgresql");
        }
        catch (InvalidOperationException error)
        {
            throw new PostgresMissingException($"PostgreSQL is not installed. {error.Message}");
        }

        return Find(Places()) ?? throw new PostgresMissingException("Debian's postgresql package brought no server programs.");
    }

    /// <summary>The first folder that has all three: a pg_ctl alone, without the server beside it, is of no use.</summary>
    public static string? Find(IEnumerable<string> folders) =>
        folders.FirstOrDefault(f => Array.TrueForAll(Needed, p => File.Exists(Path.Combine(f, p))));

    private static IEnumerable<string> Places()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions.OrderByDescending(v => int.TryParse(Path.GetFileName(v), out var major) ? major : 0)
            .Select(v => Path.Combine(v, "bin"))
            .Concat(DebianPackage.SearchPath);
    }
}
