namespace IamConsole.Core.Policies;

/// <summary>What a replay found; the outcome of its job, as JSON.</summary>
/// <param name="Checked">Recorded decisions that were asked again.</param>
/// <param name="Stopped">What was permitted and would not be, the most frequent first, at most 500.</param>
/// <param name="Permitted">What was refused and would be permitted, likewise.</param>
/// <param name="IsCut">Whether there was more than is listed.</param>
public sealed record ReplayOutcome(
    long Checked, IReadOnlyList<ReplayRow> Stopped, IReadOnlyList<ReplayRow> Permitted, bool IsCut);
