using IamConsole.Core.Accounts;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>
/// The original's credential report: 22 columns, root first, lower-case truth, UTC to the second. The name stands as it is,
/// whatever a spreadsheet makes of it: the file's readers are programs, and the page offers another form to people.
/// </summary>
internal static class CredentialReportFile
{
    private static ReadOnlySpan<byte> Header =>
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"u8 +
        "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"u8 +
        "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"u8 +
        "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated"u8;

    // The product has neither access keys nor signing certificates: what the original says of users without any.
    private static ReadOnlySpan<byte> NoKeysNorCertificates =>
        "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A"u8;

    /// <summary>Writes all rows; <paramref name="written"/> hears of each user.</summary>
    public static async Task WriteAsync(IamDbContext db, Account account, CsvFile csv, Func<string, ValueTask> written, CancellationToken ct)
    {
        csv.Begin();
        csv.Cells(Header);
        foreach (var root in new[] { true, false })
        {
            await using var reader = await ReportReader.OpenAsync(db, Query(db, account.Id, root), ct);
            while (await reader.ReadAsync(ct))
            {
                var name = reader.Text(0);
                WriteRow(csv, reader, account, root, name);
                await csv.EndAsync();
                await written(name);
            }
        }
    }

    // Root stands alone in front; the users walk the index of names.
    private static IQueryable<object> Query(IamDbContext db, string account, bool root) =>
        db.Users.AsNoTracking().Where(u => u.AccountId == account && u.IsRoot == root).OrderBy(u => u.NormalizedName)
            .Select(u => new
            {
                u.Name,
                u.Path,
                u.CreatedAt,
                HasPassword = u.PasswordHash != null,
                LastUsed = u.PasswordLastUsedAt ?? u.LastSignInAt,
                u.PasswordChangedAt,
                HasMfa = u.VirtualDevices + u.SecurityKeys + u.HardwareTokens > 0,
            });

    private static void WriteRow(CsvFile csv, ReportReader user, Account account, bool root, string name)
    {
        var enabled = user.Truth(3);
        csv.Begin();
        csv.Text(root ? ReportWords.Root : name);
        csv.Text(root ? Arn.Root(account) : Arn.User(account, user.Text(1), name));
        csv.Time(user.Time(2)!.Value);
        if (root) csv.Cells("not_supported"u8);
        else csv.Truth(enabled);
        if (root || enabled) csv.TimeOr(user.Time(4), "no_information"u8);
        else csv.Cells("N/A"u8);
        if (root) csv.Cells("not_supported,not_supported"u8);
        else if (!enabled) csv.Cells("N/A,N/A"u8);
        else
        {
            csv.TimeOr(user.Time(5), "N/A"u8);
            csv.TimeOr(ReportWords.NextRotation(account, user.Time(5)), "N/A"u8);
        }

        csv.Truth(user.Truth(6));
        csv.Cells(NoKeysNorCertificates);
    }
}
