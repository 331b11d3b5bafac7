using IamConsole.Core.TokenStock;

namespace IamConsole.Core.HardwareTokens;

/// <summary>A token as lists show it; never its seed.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Serial">The printed serial number.</param>
/// <param name="Vendor">The maker, or null.</param>
/// <param name="Form">See <see cref="TokenForm"/>; null where nobody said.</param>
/// <param name="Partition">The partition it serves.</param>
/// <param name="State">Today's state, expiry considered.</param>
/// <param name="UserName">Who has it, or null. The name of root is root's own.</param>
/// <param name="IsRoots">Whether that is the root user.</param>
/// <param name="ImportedAt">When it came into the stock.</param>
/// <param name="ExpiresOn">The last day it works, or null.</param>
public sealed record TokenRow(
    string Id, string Serial, string? Vendor, TokenForm? Form, string Partition, TokenState State, string? UserName, bool IsRoots,
    DateTimeOffset ImportedAt, DateOnly? ExpiresOn);
