using System.Security.Cryptography;
using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>
/// Computes the codes of token after token, a page of seeds in memory at a time. The account's own tokens come first: what an
/// administrator holds in his hand is most often one of them.
/// </summary>
internal sealed class TokenSearch(
    IDbContextFactory<IamDbContext> databases, SeedProtector seeds, Account account, TwoCodes codes, Func<int, int, Task>? progress)
{
    private const int Page = 500;
    private readonly int _digits = codes.First!.Length;
    private readonly TotpCode _first = Parse(codes.First);
    private readonly TotpCode _second = Parse(codes.Second);
    private int _expected;

    /// <summary>Tokens that show the codes.</summary>
    public List<string> Found { get; } = [];

    /// <summary>Tokens that were looked at.</summary>
    public int Searched { get; private set; }

    /// <summary>Those whose seeds could not be decrypted.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Whether tokens were left out.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Searches; ends when cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        string?[] keepers = [account.Id, null];
        await using (var db = await databases.CreateDbContextAsync(ct))
            foreach (var keeper in keepers)
                _expected += await Candidates(db, keeper).Select(t => t.Id).Take(FindTokenByCodes.MostSearched + 1).CountAsync(ct);
        _expected = Math.Min(_expected, FindTokenByCodes.MostSearched);
        foreach (var keeper in keepers) await SearchAsync(keeper, ct);
    }

    private async Task SearchAsync(string? keeper, CancellationToken ct)
    {
        for (var after = ""; !HasMore;)
        {
            var page = await ReadAsync(keeper, after, ct);
            if (page.Count == 0) return;
            foreach (var token in page)
            {
                ct.ThrowIfCancellationRequested();
                if (HasMore = Searched == FindTokenByCodes.MostSearched) return;
                Searched++;
                if (Shows(token)) Found.Add(token.Id);
            }

            after = page[^1].NormalizedSerial;
            if (progress is not null) await progress(Searched, Math.Max(_expected, Searched));
        }
    }

    private async Task<List<Candidate>> ReadAsync(string? keeper, string after, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Candidates(db, keeper).Where(t => string.Compare(t.NormalizedSerial, after) > 0)
            .OrderBy(t => t.NormalizedSerial).Take(Page)
            .Select(t => new Candidate(
                t.Id, t.NormalizedSerial, t.ProtectedSeed, t.Algorithm, t.PeriodSeconds,
                db.MfaDevices.Where(d => d.Id == t.DeviceId).Select(d => (int?)d.DriftSteps).FirstOrDefault() ?? t.DriftSteps))
            .ToListAsync(ct);
    }

    // Nobody has a lost or retired token to hold it in his hand; a lost one is marked as found by its serial number.
    private IQueryable<HardwareToken> Candidates(IamDbContext db, string? keeper) =>
        db.HardwareTokens.Where(t => t.Partition == account.Partition && t.AccountId == keeper && t.Digits == _digits
            && (t.State == TokenState.Available || t.State == TokenState.Assigned || t.State == TokenState.Active || t.State == TokenState.Suspended));

    private bool Shows(Candidate token)
    {
        try
        {
            var profile = new TotpProfile(token.Algorithm, _digits, token.PeriodSeconds);
            var secret = seeds.OfToken(account.Partition, token.Id, token.ProtectedSeed);
            return TotpVerifier.MatchPair(
                secret, profile, _first, _second, profile.StepAt(codes.SecondAt) + token.DriftSteps, FindTokenByCodes.Radius) is not null;
        }
        catch (CryptographicException)
        {
            // A row from elsewhere does not end the search for the others; the answer says how many there are.
            Unreadable++;
            return false;
        }
    }

    private static TotpCode Parse(string? text) => TotpCode.TryParse(text, text?.Length ?? 0, out var code) ? code : default;

    private sealed record Candidate(
        string Id, string NormalizedSerial, byte[] ProtectedSeed, TotpAlgorithm Algorithm, int PeriodSeconds, int DriftSteps);
}
