using System.Collections.Concurrent;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>
/// What the windows of a test looked like when it let go of them. Whether a test failed is known only after its windows
/// are closed, so each leaves a picture, which is written to TestResults where the test failed and forgotten where not.
/// </summary>
internal static class BrowserEvidence
{
    private static readonly ConcurrentDictionary<string, BrowserRecord> Records = new();

    /// <summary>The record of the running test, or null outside of tests.</summary>
    public static BrowserRecord? OfCurrentTest() =>
        TestContext.Current.Test is { } test ? Records.GetOrAdd(test.UniqueID, _ => new BrowserRecord()) : null;

    /// <summary>Ends the record of a test.</summary>
    public static BrowserRecord? Take(string testId) => Records.TryRemove(testId, out var record) ? record : null;
}
