namespace IamConsole.Web.Controls;

/// <summary>Ids that tie labels, fields and messages of one page together; unique in the process, never a secret.</summary>
public static class ElementId
{
    private static long _last;

    public static string Next(string prefix) => $"{prefix}-{Interlocked.Increment(ref _last)}";
}
