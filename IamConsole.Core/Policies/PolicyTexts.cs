using System.Collections.Concurrent;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>Stored documents, read once: the gate asks the same few again and again.</summary>
public sealed class PolicyTexts
{
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<string, PolicyDocument> _read = new(StringComparer.Ordinal);

    /// <summary>The document of a text that was checked when it was stored.</summary>
    /// <exception cref="InvalidOperationException">It is no policy at all: somebody changed the database. The gate fails closed.</exception>
    public PolicyDocument Read(string text)
    {
        if (_read.TryGetValue(text, out var known)) return known;
        var document = PolicyParser.ReadStored(text);
        if (_read.Count >= Most) _read.Clear();
        return _read[text] = document;
    }
}
