using Microsoft.AspNetCore.DataProtection;

namespace IamConsole.Core.Totp;

/// <summary>
/// Encrypts seeds with the key ring, under a purpose that names their owner: a seed moved to another row
/// does not decrypt. The key ring lives outside the database.
/// </summary>
public sealed class SeedProtector(IDataProtectionProvider keys)
{
    /// <summary>Encrypts <paramref name="secret"/> for a device of an account.</summary>
    public byte[] ForDevice(string accountId, string deviceId, TotpSecret secret) =>
        Device(accountId, deviceId).Protect(secret.Bytes.ToArray());

    /// <summary>Decrypts a device's seed.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It belongs to another row or key ring.</exception>
    public TotpSecret OfDevice(string accountId, string deviceId, byte[] seed) =>
        TotpSecret.FromBytes(Device(accountId, deviceId).Unprotect(seed));

    /// <summary>Encrypts <paramref name="secret"/> for a token in a partition's stock.</summary>
    public byte[] ForToken(string partition, string tokenId, TotpSecret secret) =>
        Token(partition, tokenId).Protect(secret.Bytes.ToArray());

    /// <summary>Decrypts a token's seed.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It belongs to another row or key ring.</exception>
    public TotpSecret OfToken(string partition, string tokenId, byte[] seed) =>
        TotpSecret.FromBytes(Token(partition, tokenId).Unprotect(seed));

    private IDataProtector Device(string accountId, string deviceId) =>
        keys.CreateProtector("IamConsole.Seed.v1", "device", accountId, deviceId);

    private IDataProtector Token(string partition, string tokenId) =>
        keys.CreateProtector("IamConsole.Seed.v1", "token", partition, tokenId);
}
