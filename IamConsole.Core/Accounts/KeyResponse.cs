using System.Text.Json.Serialization;

namespace IamConsole.Core.Accounts;

/// <summary>What is done about a security key that gives cause for concern.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeyResponse>))]
public enum KeyResponse
{
    /// <summary>It is refused.</summary>
    Refuse,

    /// <summary>It works, and is marked.</summary>
    Warn,
}
