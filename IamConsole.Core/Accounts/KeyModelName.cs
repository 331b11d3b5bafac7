namespace IamConsole.Core.Accounts;

/// <summary>A model of security key that a policy names.</summary>
/// <param name="Key">The AAGUID in its usual form, or for U2F keys the 40 hexadecimal digits of an attestation key; lower case.</param>
/// <param name="Name">What the model was called when it was chosen.</param>
public sealed record KeyModelName(string Key, string Name);
