using System.Collections.Concurrent;

namespace IamConsole.Web.Sessions;

/// <summary>
/// The answers of forms that were sent within the last seconds. A second click sends the same form once more, byte for byte
/// (its antiforgery token is of one drawing of the page), and is given the first one's answer: see <see cref="SubmitOnce"/>.
/// </summary>
public sealed class FormAnswers(TimeProvider clock)
{
    // How long a person may click at a page that has been answered already and is not drawn yet.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    // More at a time is no person: then each form is taken for a new one.
    private const int Most = 2000;

    private readonly ConcurrentDictionary<string, FormAnswer> _answers = new(StringComparer.Ordinal);

    /// <summary>The answer that is being made or was made to this form, or a new one to make.</summary>
    internal FormAnswer Of(string form, string cookies, out bool isFirst)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, answer) in _answers)
        {
            if (answer.MadeAt is { } made && now - made > Kept) _answers.TryRemove(new(old, answer));
        }

        var mine = new FormAnswer(cookies);
        var known = _answers.Count >= Most ? mine : _answers.GetOrAdd(form, mine);
        isFirst = ReferenceEquals(known, mine);
        return known;
    }

    internal void Made(string form, FormAnswer answer, StoredAnswer? stored)
    {
        // What failed is not given twice.
        if (stored is null) _answers.TryRemove(new(form, answer));
        answer.Make(stored, clock.GetUtcNow());
    }
}
