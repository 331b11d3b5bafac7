namespace IamConsole.Core.KeyProgram;

/// <summary>What a condition of the program is about.</summary>
public enum KeyConditionKind
{
    /// <summary>The caller is the root user.</summary>
    Root,

    /// <summary>A recorded figure is high enough.</summary>
    Figure,

    /// <summary>The account's country is one to which keys are sent.</summary>
    Country,

    /// <summary>The account has no order in the period, and none under way.</summary>
    Period,
}
