namespace IamConsole.Core.Policies;

/// <summary>What the simulator asks.</summary>
/// <param name="UserId">As whom.</param>
/// <param name="Action">For example <c>iam:EnableMFADevice</c>.</param>
/// <param name="Resource">The ARN, or <c>*</c>.</param>
/// <param name="Context">Condition keys to set; others are those of a console session now, without MFA.</param>
/// <param name="DraftPolicy">A further policy to evaluate with the user's own, or null.</param>
public sealed record SimulationRequest(
    string UserId, string Action, string Resource, IReadOnlyDictionary<string, IReadOnlyList<string>> Context, string? DraftPolicy);
