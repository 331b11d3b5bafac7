using System.Text.Json.Serialization;

namespace IamConsole.Core.Accounts;

/// <summary>Whether a security key must prove its model when it is registered (WebAuthn Level 3, 5.4.7).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttestationDemand>))]
public enum AttestationDemand
{
    /// <summary>The browser is not asked; no key shows a model.</summary>
    None,

    /// <summary>The browser is asked; a key that proves nothing is registered all the same.</summary>
    Preferred,

    /// <summary>A key whose statement does not lead to a model of the FIDO metadata is refused.</summary>
    Required,
}
