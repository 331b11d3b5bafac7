namespace IamConsole.Core.Policies;

/// <summary>What the simulator asks.</summary>
/// <param name="UserId">As whom.</param>
/// <param name="Action">For example <c>iam:EnableMFADevice</c>.</param>
/// <param name="Resource">The ARN, or <c>*</c>.</param>
/// <param name="Context">
/// Condition keys to set; others are those of a console session that has just begun, without MFA. With
/// <c>aws:MultiFactorAuthPresent</c> true or <c>aws:MultiFactorAuthAge</c> it is a session with MFA, proven just now or so long ago.
/// </param>
/// <param name="DraftPolicy">A further policy to evaluate with the user's own, or null.</param>
/// <param name="MemberId">The user whom an action on a group concerns, or null: his tags are the request's <c>aws:ResourceTag</c>.</param>
public sealed record SimulationRequest(
    string UserId, string Action, string Resource, IReadOnlyDictionary<string, IReadOnlyList<string>> Context, string? DraftPolicy,
    string? MemberId = null);
