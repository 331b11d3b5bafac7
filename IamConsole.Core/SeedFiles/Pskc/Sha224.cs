using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>SHA-224 (FIPS 180-4, section 6.3), which the framework lacks, and its HMAC (RFC 2104). Only for MACs of seed files.</summary>
internal static class Sha224
{
    private const int Block = 64;
    private const int Length = 28;

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes (section 4.2.2).
    private static readonly uint[] Constants = [.. Primes(64).Select(p => CubeRootFraction(p))];

    /// <summary>The digest: 28 bytes.</summary>
    public static byte[] Hash(params ReadOnlySpan<byte[]> parts)
    {
        uint[] state = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];
        var length = 0;
        foreach (var part in parts) length += part.Length;
        var message = new byte[(length + 9 + Block - 1) / Block * Block];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(message, at);
            at += part.Length;
        }

        message[at] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(message.AsSpan(^8..), (ulong)length * 8);
        for (var block = 0; block < message.Length; block += Block) Compress(state, message.AsSpan(block, Block));
        CryptographicOperations.ZeroMemory(message);
        var digest = new byte[Length + 4];
        for (var i = 0; i < state.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(4 * i), state[i]);
        return digest[..Length];
    }

    /// <summary>HMAC-SHA-224 (RFC 4231 has vectors).</summary>
    public static byte[] Hmac(byte[] key, byte[] value)
    {
        var (inner, outer) = (new byte[Block], new byte[Block]);
        var shortKey = key.Length > Block ? Hash(key) : key;
        for (var i = 0; i < Block; i++)
        {
            var k = i < shortKey.Length ? shortKey[i] : (byte)0;
            (inner[i], outer[i]) = ((byte)(k ^ 0x36), (byte)(k ^ 0x5c));
        }

        var mac = Hash(outer, Hash(inner, value));
        CryptographicOperations.ZeroMemory(inner);
        CryptographicOperations.ZeroMemory(outer);
        return mac;
    }

    private static void Compress(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (var t = 0; t < 16; t++) w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * t)..]);
        for (var t = 16; t < 64; t++)
        {
            var s0 = BitOperations.RotateRight(w[t - 15], 7) ^ BitOperations.RotateRight(w[t - 15], 18) ^ w[t - 15] >> 3;
            var s1 = BitOperations.RotateRight(w[t - 2], 17) ^ BitOperations.RotateRight(w[t - 2], 19) ^ w[t - 2] >> 10;
            w[t] = unchecked(w[t - 16] + s0 + w[t - 7] + s1);
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var t = 0; t < 64; t++)
        {
            var s1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var t1 = unchecked(h + s1 + (e & f ^ ~e & g) + Constants[t] + w[t]);
            var s0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var t2 = unchecked(s0 + (a & b ^ a & c ^ b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, unchecked(d + t1), c, b, a, unchecked(t1 + t2));
        }

        ReadOnlySpan<uint> rounds = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < state.Length; i++) state[i] = unchecked(state[i] + rounds[i]);
    }

    private static IEnumerable<int> Primes(int count) =>
        Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(d => n % d != 0)).Take(count);

    // floor(cbrt(p) * 2^32) by whole numbers: no rounding to trust.
    private static uint CubeRootFraction(int prime)
    {
        var target = new BigInteger(prime) << 96;
        BigInteger low = 0, high = BigInteger.One << 40;
        while (high - low > 1)
        {
            var middle = low + high >> 1;
            if (middle * middle * middle <= target) low = middle;
            else high = middle;
        }

        return (uint)(low & uint.MaxValue);
    }
}
