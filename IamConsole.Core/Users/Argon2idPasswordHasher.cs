using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using NSec.Cryptography;

namespace IamConsole.Core.Users;

/// <summary>
/// Argon2id through libsodium, in the PHC string form. Identity's own format still verifies and is renewed,
/// as is a hash of another cost.
/// </summary>
public sealed class Argon2idPasswordHasher(Argon2Cost cost) : IPasswordHasher<IamUser>
{
    private const int SaltLength = 16;
    private const int HashLength = 32;

    // A stored cost beyond these is damage, not a choice.
    private const int MostMemoryKiB = 256 * 1024;
    private const int MostPasses = 16;
    private const string Prefix = "$argon2id$v=19$";

    private readonly PasswordHasher<IamUser> _identity = new();

    /// <inheritdoc />
    public string HashPassword(IamUser user, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = Derive(password, salt, cost);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Prefix}m={cost.MemoryKiB},t={cost.Passes},p=1${Encode(salt)}${Encode(hash)}");
    }

    /// <inheritdoc />
    public PasswordVerificationResult VerifyHashedPassword(IamUser user, string hashedPassword, string providedPassword)
    {
        if (!hashedPassword.StartsWith(Prefix, StringComparison.Ordinal))
            return _identity.VerifyHashedPassword(user, hashedPassword, providedPassword) is PasswordVerificationResult.Failed
                ? PasswordVerificationResult.Failed : PasswordVerificationResult.SuccessRehashNeeded;
        Argon2Cost used;
        byte[] salt, hash;
        try
        {
            var parts = hashedPassword[Prefix.Length..].Split('$');
            var stored = parts[0].Split(',');
            (used, salt, hash) = (new Argon2Cost(Number(stored[0]), Number(stored[1])), Decode(parts[1]), Decode(parts[2]));
        }
        catch (Exception damaged) when (damaged is FormatException or OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            return PasswordVerificationResult.Failed;
        }

        if (hash.Length != HashLength || salt.Length != SaltLength || used.MemoryKiB > MostMemoryKiB || used.Passes > MostPasses)
            return PasswordVerificationResult.Failed;
        if (!CryptographicOperations.FixedTimeEquals(Derive(providedPassword, salt, used), hash))
            return PasswordVerificationResult.Failed;
        return used == cost ? PasswordVerificationResult.Success : PasswordVerificationResult.SuccessRehashNeeded;
    }

    private static byte[] Derive(string password, byte[] salt, Argon2Cost cost) =>
        PasswordBasedKeyDerivationAlgorithm
            .Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = cost.MemoryKiB, NumberOfPasses = cost.Passes })
            .DeriveBytes(Encoding.UTF8.GetBytes(password), salt, HashLength);

    private static int Number(string setting) => int.Parse(setting.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Decode(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
