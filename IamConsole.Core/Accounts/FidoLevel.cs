using System.Text.Json.Serialization;

namespace IamConsole.Core.Accounts;

/// <summary>Levels of FIDO's authenticator certification, the weakest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FidoLevel>))]
public enum FidoLevel
{
    /// <summary>Not certified, or not asked for.</summary>
    None,

    /// <summary><c>L1</c>.</summary>
    L1,

    /// <summary><c>L1plus</c>.</summary>
    L1Plus,

    /// <summary><c>L2</c>.</summary>
    L2,

    /// <summary><c>L2plus</c>.</summary>
    L2Plus,

    /// <summary><c>L3</c>.</summary>
    L3,

    /// <summary><c>L3plus</c>.</summary>
    L3Plus,
}
