namespace IamConsole.Core.KeyProgram;

/// <summary>What the operator changes of the rules; null leaves a rule as it is.</summary>
/// <param name="Countries">All countries to which keys are sent, ISO 3166-1 alpha-2.</param>
/// <param name="PeriodDays">Days in which an account orders at most once.</param>
/// <param name="Minimums">Figures to ask for, by name: the least that is enough.</param>
/// <param name="Dropped">Names of figures no longer asked for.</param>
public sealed record WantedKeyRules(
    IReadOnlyList<string>? Countries = null, int? PeriodDays = null, IReadOnlyDictionary<string, long>? Minimums = null,
    IReadOnlyList<string>? Dropped = null);
