using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace IamConsole.Core.KeyProgram;

/// <summary>
/// Encrypts addresses with the key ring, under a purpose that names account and order: an address moved to another row
/// does not decrypt. The key ring lives outside the database.
/// </summary>
public sealed class AddressProtector(IDataProtectionProvider keys)
{
    /// <summary>Encrypts where an order goes.</summary>
    public byte[] Protect(string accountId, long orderNumber, ShippingAddress address) =>
        For(accountId, orderNumber).Protect(JsonSerializer.SerializeToUtf8Bytes(address));

    /// <summary>Decrypts it.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It belongs to another row or key ring.</exception>
    public ShippingAddress Unprotect(string accountId, long orderNumber, byte[] address) =>
        JsonSerializer.Deserialize<ShippingAddress>(For(accountId, orderNumber).Unprotect(address))!;

    private IDataProtector For(string accountId, long orderNumber) => keys.CreateProtector(
        "IamConsole.ShippingAddress.v1", accountId, orderNumber.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
