using System.Globalization;
using IamConsole.Core.Consignments;
using IamConsole.Core.Totp;
using IamConsole.Web.Controls;

namespace IamConsole.Web.Consignments;

/// <summary>Words and colours of imports.</summary>
public static class ConsignmentText
{
    /// <summary>The wizard's steps.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["Choose file", "Review", "Import"];

    /// <summary>A row's verdict.</summary>
    public static string Verdict(RowVerdict verdict) => verdict switch
    {
        RowVerdict.Good => "Can be imported",
        RowVerdict.Imported => "Imported",
        RowVerdict.DuplicateInFile => "Duplicate",
        RowVerdict.Exists => "Skipped",
        RowVerdict.Expired => "Expired",
        RowVerdict.WrongPartition => "Wrong partition",
        RowVerdict.Unsupported => "Not supported",
        RowVerdict.Bad => "Refused",
    };

    /// <summary>Its colour.</summary>
    public static StatusKind Status(RowVerdict verdict) => verdict switch
    {
        RowVerdict.Good => StatusKind.Info,
        RowVerdict.Imported => StatusKind.Success,
        RowVerdict.DuplicateInFile or RowVerdict.Exists => StatusKind.Stopped,
        _ => StatusKind.Error,
    };

    /// <summary>Where an import stands.</summary>
    public static string State(ConsignmentView consignment) => consignment.State switch
    {
        ConsignmentState.Reading => consignment.IsCutOff ? "Reading broke off" : "File is being read",
        ConsignmentState.Reviewed => "Waits for a decision",
        ConsignmentState.Importing => "In progress",
        ConsignmentState.Imported => consignment.Others > 0 ? "Imported, some rows were left out" : "Imported",
        ConsignmentState.Refused => "Nothing was imported",
        ConsignmentState.Undone => "Undone",
        ConsignmentState.Failed => "Stopped by an error",
        ConsignmentState.Undoing => "Being undone",
        ConsignmentState.Discarding => "Thrown away",
    };

    /// <summary>Its colour.</summary>
    public static StatusKind Status(ConsignmentView consignment) => consignment.State switch
    {
        ConsignmentState.Imported => consignment.Others > 0 ? StatusKind.Warning : StatusKind.Success,
        ConsignmentState.Refused or ConsignmentState.Failed => StatusKind.Error,
        ConsignmentState.Undone or ConsignmentState.Discarding => StatusKind.Stopped,
        ConsignmentState.Reading when consignment.IsCutOff => StatusKind.Stopped,
        ConsignmentState.Importing or ConsignmentState.Reading or ConsignmentState.Undoing => StatusKind.InProgress,
        ConsignmentState.Reviewed => StatusKind.Pending,
    };

    /// <summary>What the number of good rows counts.</summary>
    public static string GoodRows(ConsignmentState state) => state switch
    {
        ConsignmentState.Reading or ConsignmentState.Reviewed or ConsignmentState.Discarding => "Can be imported",
        ConsignmentState.Importing or ConsignmentState.Refused or ConsignmentState.Failed => "To be imported",
        ConsignmentState.Imported or ConsignmentState.Undone or ConsignmentState.Undoing => "Imported",
    };

    /// <summary>"SHA-1, 6 digits, 30 s", or "-" for a row without a token.</summary>
    public static string Codes(ConsignmentRowView row) => row.Digits == 0 ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{Name(row.Algorithm)}, {row.Digits} digits, {row.PeriodSeconds} s");

    /// <summary>"1,234".</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"184.3 KB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => Moments.Count((int)bytes, "byte"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
    };

    private static string Name(TotpAlgorithm algorithm) => algorithm switch
    {
        TotpAlgorithm.Sha1 => "SHA-1",
        TotpAlgorithm.Sha256 => "SHA-256",
        TotpAlgorithm.Sha512 => "SHA-512",
    };
}
