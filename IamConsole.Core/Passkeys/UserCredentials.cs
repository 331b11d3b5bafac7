using IamConsole.Core.Persistence;
using IamConsole.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>A user's credentials as the browser is told of them.</summary>
internal static class UserCredentials
{
    public static async Task<List<CredentialDescriptor>> DescribeAsync(IamDbContext db, string userId, CancellationToken ct)
    {
        var passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == userId).ToListAsync(ct);
        return passkeys.ConvertAll(p => new CredentialDescriptor(p.CredentialId, p.Data.Transports ?? []));
    }
}
