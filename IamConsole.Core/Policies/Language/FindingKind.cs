namespace IamConsole.Core.Policies.Language;

/// <summary>How much a finding matters: the categories of the original's policy validation.</summary>
public enum FindingKind
{
    /// <summary>The document is refused.</summary>
    Error,

    /// <summary>The document permits more, or protects less, than it seems to.</summary>
    SecurityWarning,

    /// <summary>The document does something else than it seems to.</summary>
    Warning,

    /// <summary>It could be said better.</summary>
    Suggestion,
}
