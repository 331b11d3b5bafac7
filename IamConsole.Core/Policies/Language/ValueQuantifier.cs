namespace IamConsole.Core.Policies.Language;

/// <summary>How a key with several values is compared.</summary>
public enum ValueQuantifier
{
    /// <summary>No prefix: the key has one value.</summary>
    None,

    /// <summary><c>ForAllValues:</c> every value of the request must satisfy; true when there is none.</summary>
    All,

    /// <summary><c>ForAnyValue:</c> one value of the request must satisfy; false when there is none.</summary>
    Any,
}
