using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IamConsole.Core.Accounts;

/// <summary>A <see cref="SecurityKeyPolicy"/> as one JSON text. What a text does not name has its default.</summary>
internal sealed class SecurityKeyPolicyColumn() : ValueConverter<SecurityKeyPolicy, string>(
    policy => Write(policy), text => JsonSerializer.Deserialize<SecurityKeyPolicy>(text, JsonSerializerOptions.Default)!)
{
    // Lists in records are equal only when they are one object.
    public static ValueComparer<SecurityKeyPolicy> Comparer { get; } = new(
        (one, other) => Write(one!) == Write(other!), policy => Write(policy).GetHashCode(StringComparison.Ordinal), policy => policy);

    private static string Write(SecurityKeyPolicy policy) => JsonSerializer.Serialize(policy, JsonSerializerOptions.Default);
}
