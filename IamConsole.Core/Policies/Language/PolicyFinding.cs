namespace IamConsole.Core.Policies.Language;

/// <summary>What validation says about one place of a policy.</summary>
/// <param name="Kind">How much it matters.</param>
/// <param name="Check">The check's name, as the original calls it where it has it, e.g. <c>Missing action</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="At">Where.</param>
public sealed record PolicyFinding(FindingKind Kind, string Check, string Message, TextPosition At);
