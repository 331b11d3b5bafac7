namespace IamConsole.Core.Policies.Language;

/// <summary>A run of plain text, a wildcard, or a variable's key with its default.</summary>
internal sealed record PatternPart(PatternPartKind Kind, string Text, string? Default = null);
