namespace IamConsole.Core.Policies.Language;

/// <summary>What the values of a condition operator must look like.</summary>
public enum ConditionForm
{
    /// <summary>Any text; variables work.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>ISO 8601, or seconds since 1970.</summary>
    Date,

    /// <summary>true or false.</summary>
    Truth,

    /// <summary>Base64.</summary>
    Binary,

    /// <summary>An IP address or a CIDR range.</summary>
    Address,

    /// <summary>An ARN; variables work.</summary>
    Arn,

    /// <summary>true: the key is missing; false: it is there.</summary>
    Presence,
}
