namespace IamConsole.Core.Policies.Language;

internal enum PatternPartKind
{
    Literal,
    Wildcard,
    Variable,
}
