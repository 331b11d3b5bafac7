using IamConsole.Core.Policies;

namespace IamConsole.Core.Groups;

/// <summary>A group as its page shows it.</summary>
/// <param name="Row">What the list shows.</param>
/// <param name="Arn">The group's ARN.</param>
/// <param name="Members">A page of members, by name.</param>
/// <param name="NextAfter">Where the next page begins, or null.</param>
/// <param name="Policies">Its policies.</param>
public sealed record GroupDetail(
    GroupRow Row, string Arn, IReadOnlyList<MemberRow> Members, string? NextAfter, IReadOnlyList<PrincipalPolicyRow> Policies);
