using IamConsole.Core.Permissions;

namespace IamConsole.Core.Policies;

/// <summary>Something that was decided otherwise than the draft would decide.</summary>
/// <param name="UserName">Who asked.</param>
/// <param name="Action">What.</param>
/// <param name="Resource">On what.</param>
/// <param name="Count">How often in the time that is replayed.</param>
/// <param name="LastAt">The last time.</param>
/// <param name="Statement">What would decide: policy and statement; null for an implicit deny.</param>
/// <param name="Stops">The safeguards that stood against it every time and that no draft lifts.</param>
public sealed record ReplayRow(string UserName, string Action, string Resource, int Count, DateTimeOffset LastAt, string? Statement,
    Safeguards Stops = Safeguards.None);
