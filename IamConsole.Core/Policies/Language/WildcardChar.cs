namespace IamConsole.Core.Policies.Language;

internal readonly record struct WildcardChar(char Character, bool IsWildcard);
