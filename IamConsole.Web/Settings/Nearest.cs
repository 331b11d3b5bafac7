namespace IamConsole.Web.Settings;

/// <summary>What somebody meant who wrote something else.</summary>
internal static class Nearest
{
    private const int Slips = 2;

    /// <summary>The candidate that differs by at most two letters, whatever their case, or null.</summary>
    public static string? To(string written, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, Slips: Distance(written.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(c => c.Slips <= Slips && c.Slips < c.candidate.Length - 1)
        .OrderBy(c => c.Slips).Select(c => c.candidate).FirstOrDefault();

    // Levenshtein's: letters that are missing, too many or others.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substituted = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
