using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>
/// Makes a report. It was permitted when it was ordered and leaves the database only through <see cref="GetCredentialReport"/>,
/// which asks again: so it goes on when the one who ordered it signs out.
/// </summary>
internal sealed class ReportWork(IDbContextFactory<IamDbContext> databases, TimeProvider clock) : IJobWork
{
    /// <summary>See <see cref="IJobWork.Kind"/>.</summary>
    public const string JobKind = "report";

    // What a person looks at.
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public string Kind => JobKind;

    /// <inheritdoc />
    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var order = run.Parameters<ReportOrder>();
        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == run.AccountId, ct);
        var total = await db.Users.LongCountAsync(u => u.AccountId == account.Id, ct);
        await run.ReportAsync(0, total, ct);
        var store = new ReportStore(run, databases, order);
        await store.BeginAsync(ct);
        var (done, formulas, last) = (0L, 0L, clock.GetUtcNow());
        var csv = new CsvFile(data => store.AddAsync(data, ct));
        await (order.Kind switch
        {
            ReportKind.Credential => CredentialReportFile.WriteAsync(db, account, csv, WrittenAsync, ct),
            ReportKind.Mfa => MfaReportFile.WriteAsync(db, account, csv, WrittenAsync, ct),
        });
        await csv.FlushAsync();
        await run.ReportAsync(done, Math.Max(done, total), ct);
        await store.CompleteAsync(account.Id, clock.GetUtcNow(), done, formulas, ct);

        async ValueTask WrittenAsync(string name)
        {
            done++;
            if (FormulaEscape.IsNeeded(name)) formulas++;
            if (done % 1000 != 0 || clock.GetUtcNow() - last < BetweenReports) return;
            last = clock.GetUtcNow();
            await run.ReportAsync(done, Math.Max(done, total), ct);
        }
    }
}
