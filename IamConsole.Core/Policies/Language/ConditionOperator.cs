namespace IamConsole.Core.Policies.Language;

/// <summary>A condition operator of the language, without prefix and suffix.</summary>
/// <param name="Name">For example <c>StringEquals</c>.</param>
/// <param name="Form">What its values must look like.</param>
/// <param name="IsNegated">Whether the comparison is turned round.</param>
/// <param name="Compare">A value of the request, a value of the policy, the request: whether they match, before turning round.</param>
public sealed record ConditionOperator(
    string Name, ConditionForm Form, bool IsNegated, Func<string, PolicyPattern, PolicyRequest, bool> Compare)
{
    /// <summary><c>Null</c> asks whether a key is there, not what it is.</summary>
    public bool IsNull => Form is ConditionForm.Presence;
}
