using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>The token that a pending sign-in offers: chosen once, and asked anew at every step whether it is still to be had.</summary>
internal static class OfferedToken
{
    /// <summary>Chooses one, the first by serial number, where the user may have another hardware token; saves.</summary>
    public static async Task ChooseAsync(IamDbContext db, LivePending live, CancellationToken ct)
    {
        if (live.Pending.OfferedTokenId is not null) return;
        live.Pending.OfferedTokenId = await Open(db, live).OrderBy(t => t.NormalizedSerial).Select(t => t.Id).FirstOrDefaultAsync(ct);
        if (live.Pending.OfferedTokenId is not null) await db.SaveChangesAsync(ct);
    }

    /// <summary>The offered token while its user may still activate it, otherwise null.</summary>
    public static Task<HardwareToken?> FindAsync(IamDbContext db, LivePending live, CancellationToken ct)
    {
        var id = live.Pending.OfferedTokenId;
        return Open(db, live).SingleOrDefaultAsync(t => t.Id == id, ct);
    }

    /// <summary>What the page shows.</summary>
    public static async Task<TokenOffer?> ShowAsync(IamDbContext db, LivePending live, CancellationToken ct)
    {
        if (live.Next() is not SignInNext.ActivateToken) return null;
        var token = await FindAsync(db, live, ct);
        return new TokenOffer(token?.Serial ?? "", token?.Digits ?? 6, token?.PeriodSeconds ?? 30, token is not null, live.LacksDevice);
    }

    private static IQueryable<HardwareToken> Open(IamDbContext db, LivePending live)
    {
        var mayHaveOne = AllowedKinds.AreOf(live.Account, live.User, MfaDeviceKind.Hardware) && live.User.DeviceCount < MfaLimits.DevicesPerUser;
        return db.HardwareTokens.AsNoTracking().HandedOutTo(live.User, TokenFilter.Day(live.Now)).Where(t => mayHaveOne);
    }
}
