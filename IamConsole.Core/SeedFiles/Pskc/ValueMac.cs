using System.Security.Cryptography;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>The MAC of a container's values: HMAC with SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512.</summary>
internal sealed class ValueMac : IDisposable
{
    private readonly byte[] _key;
    private readonly Func<byte[], byte[], byte[]> _compute;

    private ValueMac(byte[] key, Func<byte[], byte[], byte[]> compute) => (_key, _compute) = (key, compute);

    /// <summary>Takes the key over, and clears it in the end.</summary>
    /// <exception cref="SeedFileException">The algorithm is none of these.</exception>
    public static ValueMac Create(string uri, byte[] key) => new(key, Name(uri) switch
    {
        "HMACSHA1" => HMACSHA1.HashData,
        "HMACSHA224" => Sha224.Hmac,
        "HMACSHA256" => HMACSHA256.HashData,
        "HMACSHA384" => HMACSHA384.HashData,
        "HMACSHA512" => HMACSHA512.HashData,
        _ => throw FileFaults.Unsupported("The algorithm of the MAC is not supported."),
    });

    /// <summary>The fragment of the algorithm's URI, or the drafts' short name, in one spelling.</summary>
    public static string Name(string uri) => uri.Trim().Split('#')[^1].Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Whether <paramref name="mac"/> is the MAC of <paramref name="value"/>; takes the same time either way.</summary>
    public bool Fits(byte[] value, byte[] mac) => CryptographicOperations.FixedTimeEquals(_compute(_key, value), mac);

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
