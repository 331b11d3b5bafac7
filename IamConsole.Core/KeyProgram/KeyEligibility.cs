using IamConsole.Core.Accounts;

namespace IamConsole.Core.KeyProgram;

/// <summary>Whether an account may order now, and what.</summary>
/// <param name="IsOn">Whether the operator switched the program on; otherwise there are no conditions and no models.</param>
/// <param name="Country">The account's country.</param>
/// <param name="Conditions">Every rule, met or not.</param>
/// <param name="Models">What can be chosen, by name.</param>
public sealed record KeyEligibility(
    bool IsOn, Country Country, IReadOnlyList<KeyCondition> Conditions, IReadOnlyList<KeyModelChoice> Models)
{
    /// <summary>Whether every rule is met.</summary>
    public bool IsEligible => IsOn && Conditions.All(c => c.IsMet);
}
