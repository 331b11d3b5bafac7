namespace IamConsole.Core.Policies.Language;

/// <summary>A text read as a policy.</summary>
/// <param name="Document">What it says; null when there is an error.</param>
/// <param name="Findings">Errors, in the order of the text.</param>
public sealed record PolicyReading(PolicyDocument? Document, IReadOnlyList<PolicyFinding> Findings);
