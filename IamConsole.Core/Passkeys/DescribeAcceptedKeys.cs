using System.Buffers.Text;
using System.Text.Json;
using IamConsole.Core.Permissions;
using IamConsole.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// Which of the caller's own passkeys are still good, for the browser: a provider can then forget those that were removed
/// (WebAuthn Level 3, 5.1.10.2, signalAllAcceptedCredentials).
/// </summary>
public sealed class DescribeAcceptedKeys(Gate gate, RelyingPartyIdentity relyingParty)
{
    /// <summary>AllAcceptedCredentialsOptions as JSON: the whole list, because what is missing in it may be deleted.</summary>
    public async Task<Result<string>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListMfaDevices, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        if (!operation.IsOnOneself) return PasskeyErrors.OnlyOneself;
        var ids = await operation.Db.UserPasskeys.Where(p => p.UserId == userId).Select(p => p.CredentialId).ToListAsync(ct);
        return JsonSerializer.Serialize(new
        {
            rpId = relyingParty.Id,
            userId = Base64Url.EncodeToString(UserHandle.Of(userId)),
            allAcceptedCredentialIds = ids.ConvertAll(id => Base64Url.EncodeToString(id)),
        });
    }
}
