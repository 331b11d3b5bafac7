namespace IamConsole.Core.Policies.Language;

internal static class ArnParts
{
    /// <summary>arn, partition, service, region, account, and the resource with whatever colons it has.</summary>
    public const int Count = 6;

    public static List<List<WildcardChar>> Split(List<WildcardChar> pattern)
    {
        var parts = new List<List<WildcardChar>> { new() };
        foreach (var c in pattern)
        {
            if (c.Character == ':' && parts.Count < Count) parts.Add([]);
            else parts[^1].Add(c);
        }

        return parts;
    }
}
