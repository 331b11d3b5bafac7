using System.Text.Json.Serialization;

namespace IamConsole.Core.Accounts;

/// <summary>Overall levels of FIPS 140-2 and 140-3, the weakest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FipsLevel>))]
public enum FipsLevel
{
    /// <summary>Not certified, or not asked for.</summary>
    None,

    /// <summary>Level 1.</summary>
    L1,

    /// <summary>Level 2.</summary>
    L2,

    /// <summary>Level 3.</summary>
    L3,

    /// <summary>Level 4.</summary>
    L4,
}
