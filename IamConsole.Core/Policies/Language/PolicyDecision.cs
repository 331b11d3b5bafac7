namespace IamConsole.Core.Policies.Language;

/// <summary>A verdict and what decided it.</summary>
/// <param name="Verdict">Allowed or not.</param>
/// <param name="Policy">The policy whose statement decided; null for an implicit deny.</param>
/// <param name="Statement">The statement that decided; null for an implicit deny.</param>
public sealed record PolicyDecision(PolicyVerdict Verdict, NamedPolicy? Policy, PolicyStatement? Statement)
{
    /// <summary>Whether it may be done.</summary>
    public bool IsAllowed => Verdict is PolicyVerdict.Allowed;
}
