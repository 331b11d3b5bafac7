using System.Collections.Concurrent;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>Stored documents, read once: the gate asks the same few again and again.</summary>
public sealed class PolicyTexts
{
    private const int Most = 2_000;

    /// <summary>
    /// What stands for a policy that cannot be read, or that an attachment names and nobody has: it may have denied anything,
    /// so it denies everything. Whoever may detach it ends that.
    /// </summary>
    internal static PolicyDocument DenyEverything { get; } = PolicyParser.ReadOwn(
        """{"Version":"2012-10-17","Statement":[{"Sid":"UnknownPolicy","Effect":"Deny","Action":"*","Resource":"*"}]}""");

    private readonly ConcurrentDictionary<string, PolicyDocument> _read = new(StringComparer.Ordinal);

    /// <summary>What people call a policy that is gone.</summary>
    internal static string NameOfUnknown(string arn) => $"{arn[(arn.LastIndexOf('/') + 1)..]} (unknown policy)";

    /// <summary>
    /// The document of a text that was checked when it was stored; where it is none, somebody changed the database, and
    /// <see cref="DenyEverything"/> stands for it.
    /// </summary>
    public PolicyDocument Read(string text)
    {
        if (_read.TryGetValue(text, out var known)) return known;
        var document = PolicyParser.Read(text).Document ?? DenyEverything;
        if (_read.Count >= Most) _read.Clear();
        return _read[text] = document;
    }
}
