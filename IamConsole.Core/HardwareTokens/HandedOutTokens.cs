using IamConsole.Core.TokenStock;
using IamConsole.Core.Users;

namespace IamConsole.Core.HardwareTokens;

/// <summary>Which tokens wait for their user's two codes.</summary>
internal static class HandedOutTokens
{
    /// <summary>Handed out to the user, not activated, not beyond their date.</summary>
    public static IQueryable<HardwareToken> HandedOutTo(this IQueryable<HardwareToken> tokens, IamUser user, DateOnly today) =>
        tokens.Where(t => t.UserId == user.Id && t.AccountId == user.AccountId && t.State == TokenState.Assigned && t.DeviceId == null
            && (t.ExpiresOn == null || t.ExpiresOn >= today));
}
