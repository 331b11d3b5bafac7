using System.Text.Json.Serialization;

namespace IamConsole.Core.Accounts;

/// <summary>Which models of security keys may be registered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelChoice>))]
public enum ModelChoice
{
    /// <summary>Every model.</summary>
    Any,

    /// <summary>The listed ones alone.</summary>
    Only,

    /// <summary>Every model but the listed ones.</summary>
    Except,
}
