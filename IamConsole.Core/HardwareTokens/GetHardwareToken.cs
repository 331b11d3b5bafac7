using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>One token and its history.</summary>
public sealed class GetHardwareToken(Gate gate, TimeProvider clock)
{
    private const int PageSize = 25;

    /// <summary>Reads the token with the newest lines of its history, or those before <paramref name="before"/>.</summary>
    public async Task<Result<TokenDetail>> RunAsync(Caller caller, string serial, long? before, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetHardwareToken, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account);
        var normalized = HardwareToken.Normalize(serial);
        if (normalized.Any(char.IsControl) || normalized.Any(char.IsSurrogate)) return HardwareTokenErrors.NotInStock;
        var token = await TokenFilter.Visible(db, account).AsNoTracking().SingleOrDefaultAsync(t => t.NormalizedSerial == normalized, ct);
        if (token is null) return HardwareTokenErrors.NotInStock;
        var user = await db.Users.Where(u => u.Id == token.UserId).Select(u => new { u.Name, u.IsRoot }).SingleOrDefaultAsync(ct);
        var device = await db.MfaDevices.Where(d => d.Id == token.DeviceId).Select(d => new { d.DriftSteps, d.LastUsedAt }).SingleOrDefaultAsync(ct);
        var history = await db.TokenEvents.AsNoTracking()
            .Where(e => e.TokenId == token.Id && (e.AccountId == null || e.AccountId == account.Id) && (before == null || e.Id < before))
            .OrderByDescending(e => e.Id).Take(PageSize + 1)
            .Select(e => new TokenHistoryRow(e.Id, e.At, e.Kind, e.Actor, e.UserName)).ToListAsync(ct);
        var more = history.Count > PageSize;
        if (more) history.RemoveAt(PageSize);
        var now = clock.GetUtcNow();
        var state = token.StateOn(TokenFilter.Day(now));
        var (readings, drift, since) = (await ReadingsAsync(db, token.Id, ct), device?.DriftSteps ?? token.DriftSteps, TokenFilter.Day(now).AddDays(-ClockForecast.Days));
        var row = new TokenRow(
            token.Id, token.Serial, token.Vendor, token.Form, token.Partition, state, user?.Name, user?.IsRoot == true, token.ImportedAt, token.ExpiresOn);
        return new TokenDetail(
            row, token.Model, token.Batch, token.Profile, drift,
            DriftPoint.Course([.. readings.Where(r => r.AccountId == account.Id).TakeLast(TokenDetail.MostPoints).Select(r => r.Value)], token.PeriodSeconds),
            readings.Count(r => r.Day >= since), ClockForecast.Of(readings.ConvertAll(r => r.Value), token.PeriodSeconds, drift),
            device?.LastUsedAt, history,
            more ? history[^1].Id : null, [.. Enum.GetValues<TokenAction>().Where(a => TokenMove.Allows(a, token.State))],
            state is TokenState.Available);
    }

    private static Task<List<TokenReading>> ReadingsAsync(IamDbContext db, string tokenId, CancellationToken ct) =>
        db.TokenReadings.AsNoTracking().Where(r => r.TokenId == tokenId).OrderBy(r => r.Day).ToListAsync(ct);
}
