namespace IamConsole.Core.Policies.Language;

/// <summary>A place in a policy's text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 characters.</param>
/// <param name="Start">From 0, in UTF-16 characters from the beginning of the text.</param>
/// <param name="Length">In UTF-16 characters.</param>
public readonly record struct TextPosition(int Line, int Column, int Start, int Length);
