using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IamConsole.Core;

/// <summary>Bearer secrets that live in a cookie (256 bits, Base64url); the database keeps only their SHA-256.</summary>
public static class SecretToken
{
    /// <summary>A new secret of 43 Base64url characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the database stores and looks up: the secret's SHA-256, Base64url.</summary>
    public static string Hash(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
