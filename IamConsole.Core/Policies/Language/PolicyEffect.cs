namespace IamConsole.Core.Policies.Language;

/// <summary>What a matching statement does.</summary>
public enum PolicyEffect
{
    /// <summary>Permits, unless another statement denies.</summary>
    Allow,

    /// <summary>Refuses, whatever others permit.</summary>
    Deny,
}
