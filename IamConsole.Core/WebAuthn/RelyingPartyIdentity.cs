using System.Security.Cryptography;
using System.Text;

namespace IamConsole.Core.WebAuthn;

/// <summary>For whom credentials are made, and which origins may speak for it.</summary>
/// <param name="Id">RP ID: a host name.</param>
/// <param name="Name">The name that browsers show.</param>
/// <param name="IsOwnOrigin">Whether client data may name this origin, compared exactly.</param>
public sealed record RelyingPartyIdentity(string Id, string Name, Func<string, bool> IsOwnOrigin)
{
    /// <summary>SHA-256 of the RP ID, as authenticator data hold it.</summary>
    public ReadOnlyMemory<byte> IdHash { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Id));
}
