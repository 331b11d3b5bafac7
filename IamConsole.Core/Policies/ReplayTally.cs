using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>Sums what a draft would have decided otherwise.</summary>
internal sealed class ReplayTally
{
    private const int Most = 500;

    private readonly Dictionary<(string, string, string), ReplayRow> _stopped = [];
    private readonly Dictionary<(string, string, string), ReplayRow> _permitted = [];

    public long Checked { get; private set; }

    public void Add(RecordedDecision asked, ReplayPerson? person)
    {
        Checked++;
        if (person is null) return;
        var (now, then) = person.Decide(asked);

        // What other changes have stopped or permitted since is not the draft's doing.
        if (now.Decision.IsAllowed == then.Decision.IsAllowed || now.Decision.IsAllowed != asked.Allowed) return;

        // What a safeguard stopped was not done, so the draft stops nothing; what it would permit, the safeguard still stops.
        if (!then.Decision.IsAllowed && !now.IsPermitted) return;
        var rows = then.Decision.IsAllowed ? _permitted : _stopped;
        var key = (person.Name, asked.Action, asked.Resource);
        var before = rows.GetValueOrDefault(key);
        rows[key] = new ReplayRow(
            person.Name, asked.Action, asked.Resource, (before?.Count ?? 0) + asked.Count,
            before is not null && before.LastAt > asked.LastAt ? before.LastAt : asked.LastAt, Describe(then.Decision),
            before is null ? then.Stops : before.Stops & then.Stops);
    }

    public ReplayOutcome Outcome() => new(
        Checked, First(_stopped.Values), First(_permitted.Values), _stopped.Count > Most || _permitted.Count > Most);

    private static List<ReplayRow> First(IEnumerable<ReplayRow> rows) =>
        [.. rows.OrderByDescending(r => r.Count).ThenBy(r => r.UserName, StringComparer.Ordinal).Take(Most)];

    private static string? Describe(PolicyDecision decision) => decision.Statement is not { } statement ? null
        : $"{decision.Policy!.Name}: " + (string.IsNullOrEmpty(statement.Sid) ? $"statement {statement.Number}" : statement.Sid);
}
