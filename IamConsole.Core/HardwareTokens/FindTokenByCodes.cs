using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>
/// Finds the token with the worn-off label by two consecutive codes that it shows. A match proves nothing and consumes
/// nothing: no step is spent and no drift is kept. Ten searches for each account in any hour, counted before anything is compared.
/// </summary>
public sealed class FindTokenByCodes(Gate gate, TimeProvider clock, IDbContextFactory<IamDbContext> databases, SeedProtector seeds)
{
    /// <summary>As many tokens are searched: the account's own, then the common stock.</summary>
    public const int MostSearched = 100_000;

    /// <summary>Searches for each account in any hour.</summary>
    public const int SearchesPerHour = 10;

    /// <summary>
    /// Steps to either side of the drift that is known of a token: ten minutes of a 30-second token, more than a common quartz
    /// strays in five years on a shelf.
    /// </summary>
    internal const int Radius = 20;

    private const string Event = "FindHardwareToken";

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    // One search computes at a time, so searches never take more than one processor from sign-ins.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Searches; the work is done on a thread of its own.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="codes">Two codes of 6 or 8 digits that followed each other.</param>
    /// <param name="progress">Told after each page how many of how many tokens were searched; null for nobody.</param>
    /// <param name="ct">Ends the search, which stays counted and is recorded.</param>
    public async Task<Result<FoundTokens>> RunAsync(Caller caller, TwoCodes codes, Func<int, int, Task>? progress, CancellationToken ct)
    {
        var counted = await CountAsync(caller, codes, ct);
        if (!counted.Succeeded) return counted.Error;
        var search = new TokenSearch(databases, seeds, counted.Value, codes, progress);
        try
        {
            await Turn.WaitAsync(ct);
            try
            {
                await Task.Run(() => search.RunAsync(ct), ct);
            }
            finally
            {
                Turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            await RecordAsync(caller, search, "Cancelled", CancellationToken.None);
            throw;
        }

        return await RecordAsync(caller, search, null, ct);
    }

    private static Error? CheckForm(TwoCodes codes)
    {
        if (!IsCode(codes.First)) return HardwareTokenErrors.FirstCodeForm;
        if (!IsCode(codes.Second) || codes.Second!.Length != codes.First!.Length) return HardwareTokenErrors.SecondCodeForm;
        return codes.First == codes.Second ? MfaDeviceErrors.SameCodeTwice : null;
    }

    private static bool IsCode(string? text) => TotpCode.TryParse(text, 6, out _) || TotpCode.TryParse(text, 8, out _);

    private async Task<Result<Account>> CountAsync(Caller caller, TwoCodes codes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (free, future) = (RecentTimes.Text(now - Window), RecentTimes.Text(now + RecentTimes.Skew));
        var (none, one) = (RecentTimes.None(SearchesPerHour), RecentTimes.Text(now));
        await using var operation = await gate.BeginAsync(caller, IamAction.FindHardwareToken, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        if (CheckForm(codes) is { } malformed) return malformed;
        var taken = await operation.Db.Accounts
            .Where(a => a.Id == operation.Account.Id && (a.TokenSearchTimes == null
                || string.Compare(a.TokenSearchTimes.Substring(0, RecentTimes.Length), free) <= 0
                || string.Compare(a.TokenSearchTimes.Substring(0, RecentTimes.Length), future) > 0))
            .ExecuteUpdateAsync(
                s => s.SetProperty(a => a.TokenSearchTimes, a => string.Concat((a.TokenSearchTimes ?? none).Substring(RecentTimes.Length), one)), ct);
        if (taken != 1)
            return await operation.RefuseAsync(
                Event, HardwareTokenErrors.TooManySearches(RecentTimes.Oldest(operation.Account.TokenSearchTimes ?? none) + Window));
        await operation.SaveAsync(ct);
        return operation.Account;
    }

    // The right is asked again: a session may end while a search runs.
    private async Task<Result<FoundTokens>> RecordAsync(Caller caller, TokenSearch search, string? reason, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.FindHardwareToken, null, ct, proofWasFresh: true);
        if (operation.Refusal is { } refusal) return refusal;
        var found = await TokenFilter.Visible(operation.Db, operation.Account).AsNoTracking().Where(t => search.Found.Contains(t.Id))
            .OrderBy(t => t.NormalizedSerial).Select(ListHardwareTokens.Shown).ToListAsync(ct);
        var rows = await ListHardwareTokens.RowsAsync(operation.Db, found, TokenFilter.Day(clock.GetUtcNow()), ct);
        operation.Audit(
            Event, reason, rows.Count == 1 ? rows[0].Serial : null,
            details: new { searched = search.Searched, unreadable = search.Unreadable, found = rows.ConvertAll(r => r.Serial) });
        await operation.SaveAsync(ct);
        return new FoundTokens(rows, search.Searched, search.Unreadable, search.HasMore);
    }
}
