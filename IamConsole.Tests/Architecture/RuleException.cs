namespace IamConsole.Tests.Architecture;

/// <summary>A place where a rule of the house does not hold, and why that is right.</summary>
internal sealed record RuleException(string Rule, string Subject, string Reason);
