using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>
/// Our own report on MFA, read by people: a name that a spreadsheet would take for a formula gets an apostrophe. One statement
/// reads users with their devices; rows of one user follow each other.
/// </summary>
internal static class MfaReportFile
{
    private static ReadOnlySpan<byte> Header =>
        "user,arn,console_access,mfa_required,devices,security_keys,virtual,hardware,phishing_resistant,single_device_risk,"u8 +
        "last_mfa_use,last_mfa_device_type,last_sign_in"u8;

    /// <summary>Writes all rows; <paramref name="written"/> hears of each user.</summary>
    public static async Task WriteAsync(IamDbContext db, Account account, CsvFile csv, Func<string, ValueTask> written, CancellationToken ct)
    {
        csv.Begin();
        csv.Cells(Header);
        foreach (var root in new[] { true, false })
        {
            await using var reader = await ReportReader.OpenAsync(db, Query(db, account.Id, root), ct);
            MfaReportRow? row = null;
            while (await reader.ReadAsync(ct))
            {
                var id = reader.Text(0);
                if (row is not null && row.UserId != id) await EndAsync(row);
                if (row?.UserId != id) row = MfaReportRow.Of(reader, account, root);
                row.Add(reader.TextOrNull(8), reader.Time(9));
            }

            if (row is not null) await EndAsync(row);
        }

        async ValueTask EndAsync(MfaReportRow row)
        {
            row.WriteTo(csv);
            await csv.EndAsync();
            await written(row.Name);
        }
    }

    private static IQueryable<object> Query(IamDbContext db, string account, bool root) =>
        from user in db.Users.AsNoTracking()
        where user.AccountId == account && user.IsRoot == root
        from device in db.MfaDevices.Where(d => d.UserId == user.Id).DefaultIfEmpty()
        orderby user.NormalizedName
        select new
        {
            user.Id,
            user.Name,
            user.Path,
            HasPassword = user.PasswordHash != null,
            user.SecurityKeys,
            user.VirtualDevices,
            user.HardwareTokens,
            user.LastSignInAt,
            Kind = (MfaDeviceKind?)device.Kind,
            device.LastUsedAt,
            user.IsMfaExempt,
        };
}
