using System.Security.Cryptography;
using IamConsole.Core.Totp;

namespace IamConsole.Core.SeedFiles;

/// <summary>What a reader of one form took from a row; becomes a record if the common rules hold.</summary>
internal sealed class SeedDraft
{
    public string? Serial { get; init; }

    /// <summary>Cleared by <see cref="Judge"/>.</summary>
    public required byte[] Seed { get; init; }

    public TotpAlgorithm Algorithm { get; init; }

    public int Digits { get; init; } = 6;

    public int PeriodSeconds { get; init; } = 30;

    public string? Vendor { get; init; }

    public string? Model { get; init; }

    public string? Form { get; init; }

    public string? Partition { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public int DriftSteps { get; init; }

    public SeedRow Judge(int row)
    {
        try
        {
            return Fault() is { } fault ? SeedRow.Refused(row, Serial, fault) : new SeedRow(row, Serial, Record(), null);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(Seed);
        }
    }

    private SeedRowFault? Fault()
    {
        if (SeedRules.CheckSerial(Serial) is { } badSerial) return badSerial;
        if (SeedRules.CheckSeed(Seed.Length) is { } badSeed) return badSeed;
        if (Partition is not null && !Accounts.Partition.All.Contains(Partition)) return RowFaults.Partition;
        return SeedRules.IsText(Vendor) && SeedRules.IsText(Model) && SeedRules.IsText(Form) ? null : RowFaults.Text;
    }

    private SeedRecord Record() => new(
        Serial!, TotpSecret.FromBytes(Seed), new TotpProfile(Algorithm, Digits, PeriodSeconds),
        Vendor, Model, Form, Partition, ExpiresOn, DriftSteps);
}
