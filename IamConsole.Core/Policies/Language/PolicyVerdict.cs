namespace IamConsole.Core.Policies.Language;

/// <summary>What the evaluation of all policies comes to, in the simulator's words.</summary>
public enum PolicyVerdict
{
    /// <summary>No statement permits it.</summary>
    ImplicitDeny,

    /// <summary>A statement denies it.</summary>
    ExplicitDeny,

    /// <summary>A statement permits it and none denies it.</summary>
    Allowed,
}
