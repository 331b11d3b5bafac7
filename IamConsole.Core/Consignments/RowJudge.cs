using IamConsole.Core.Accounts;
using IamConsole.Core.Persistence;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>
/// Gives the rows of a file their verdicts, a thousand at a time: memory does not grow with the file. With
/// <paramref name="anyPartition"/> each row goes into the partition that it names, or its vendor serves alone.
/// </summary>
internal sealed class RowJudge(Consignment consignment, bool anyPartition, SeedProtector seeds, TokenVendors vendors, DateOnly today)
{
    private int _number;

    /// <summary>The rows as they will be kept. Those before must be in the database already.</summary>
    public async Task<List<ConsignmentRow>> JudgeAsync(IamDbContext db, IReadOnlyList<SeedRow> rows, CancellationToken ct)
    {
        var serials = rows.Where(r => r.Record is not null).Select(r => HardwareToken.Normalize(r.Record!.Serial)).Distinct().ToList();
        var inFile = (await db.ConsignmentRows.Where(r => r.ConsignmentId == consignment.Id && serials.Contains(r.NormalizedSerial!))
            .Select(r => r.NormalizedSerial!).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var inStock = (await db.HardwareTokens
            .Where(t => (anyPartition || t.Partition == consignment.Partition) && serials.Contains(t.NormalizedSerial))
            .Select(t => new { t.Partition, t.NormalizedSerial }).ToListAsync(ct))
            .ConvertAll(t => (t.Partition, t.NormalizedSerial)).ToHashSet();
        return [.. rows.Select(row => row.Record is null ? Unread(row) : Judge(row, row.Record, inFile, inStock))];
    }

    private ConsignmentRow Judge(SeedRow row, SeedRecord record, HashSet<string> inFile, HashSet<(string Partition, string Serial)> inStock)
    {
        var vendor = record.Vendor ?? consignment.Vendor;
        var only = vendors.PartitionOnly(vendor);
        var into = record.Partition ?? (anyPartition ? only : null) ?? consignment.Partition;
        if (!anyPartition && into != consignment.Partition) return Refused(row, RowVerdict.WrongPartition, $"This token is for the partition {into}.");
        if (only is not null && only != into)
            return Refused(row, RowVerdict.WrongPartition, $"Tokens of {vendor} serve the partition {only}.");
        if (record.ExpiresOn < today) return Refused(row, RowVerdict.Expired, $"This token expired on {record.ExpiresOn:yyyy-MM-dd}.");
        var normalized = HardwareToken.Normalize(record.Serial);
        if (!inFile.Add(normalized)) return Refused(row, RowVerdict.DuplicateInFile, "This serial number stands in the file before.");
        if (inStock.Contains((into, normalized))) return Refused(row, RowVerdict.Exists, Texts.Exists);
        var id = RandomId.New();
        return new ConsignmentRow
        {
            ConsignmentId = consignment.Id,
            Number = ++_number,
            Line = row.Row,
            Serial = record.Serial,
            NormalizedSerial = normalized,
            Partition = into == consignment.Partition ? null : into,
            Verdict = RowVerdict.Good,
            TokenId = id,
            ProtectedSeed = seeds.ForToken(into, id, record.Secret),
            Algorithm = record.Profile.Algorithm,
            Digits = record.Profile.Digits,
            PeriodSeconds = record.Profile.PeriodSeconds,
            DriftSteps = record.DriftSteps,
            Vendor = vendor,
            Model = record.Model,
            Form = TokenForms.Of(record.Form) ?? TokenForms.Of(record.Model) ?? consignment.TokenForm,
            ExpiresOn = record.ExpiresOn,
        };
    }

    private ConsignmentRow Unread(SeedRow row) => Refused(
        row,
        row.Fault!.Code switch
        {
            SeedRowFaultCode.UnsupportedAlgorithm or SeedRowFaultCode.AmbiguousAlgorithm or SeedRowFaultCode.UnsupportedDigits
                or SeedRowFaultCode.UnsupportedPeriod or SeedRowFaultCode.UnsupportedTime or SeedRowFaultCode.UnsupportedPolicy
                or SeedRowFaultCode.UnsupportedEncryption => RowVerdict.Unsupported,
            SeedRowFaultCode.BadPartition => RowVerdict.WrongPartition,
            _ => RowVerdict.Bad,
        },
        row.Fault.Message);

    private ConsignmentRow Refused(SeedRow row, RowVerdict verdict, string reason) => new()
    {
        ConsignmentId = consignment.Id,
        Number = ++_number,
        Line = row.Row,
        Serial = row.Serial,
        Verdict = verdict,
        Reason = reason,
    };

    /// <summary>Words that the import uses as well.</summary>
    internal static class Texts
    {
        public const string Exists = "A token with this serial number is in the stock already.";
    }
}
