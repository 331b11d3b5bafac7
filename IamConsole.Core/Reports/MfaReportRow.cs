using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;

namespace IamConsole.Core.Reports;

/// <summary>A user with the last use over all devices.</summary>
internal sealed class MfaReportRow
{
    private DateTime? _lastUse;
    private string? _lastKind;

    private MfaReportRow(string userId, string name) => (UserId, Name) = (userId, name);

    public string UserId { get; }

    public string Name { get; }

    public required string Cell { get; init; }

    public required string Arn { get; init; }

    public required bool ConsoleAccess { get; init; }

    public required bool Required { get; init; }

    public required int SecurityKeys { get; init; }

    public required int Virtual { get; init; }

    public required int Hardware { get; init; }

    public required DateTime? LastSignIn { get; init; }

    private int Devices => SecurityKeys + Virtual + Hardware;

    public static MfaReportRow Of(ReportReader reader, Account account, bool root)
    {
        var name = reader.Text(1);
        return new MfaReportRow(reader.Text(0), name)
        {
            Cell = root ? ReportWords.Root : FormulaEscape.IsNeeded(name) ? "'" + name : name,
            Arn = root ? Accounts.Arn.Root(account) : Accounts.Arn.User(account, reader.Text(2), name),
            ConsoleAccess = reader.Truth(3),
            Required = ReportWords.MfaRequired(account, root, reader.Truth(3), reader.Truth(10)),
            SecurityKeys = reader.Number(4),
            Virtual = reader.Number(5),
            Hardware = reader.Number(6),
            LastSignIn = reader.Time(7),
        };
    }

    public void Add(string? kind, DateTime? lastUse)
    {
        if (lastUse is not { } at || at <= _lastUse) return;
        (_lastUse, _lastKind) = (at, kind);
    }

    public void WriteTo(CsvFile csv)
    {
        csv.Begin();
        csv.Text(Cell);
        csv.Text(Arn);
        csv.Truth(ConsoleAccess);
        csv.Truth(Required);
        csv.Number(Devices);
        csv.Number(SecurityKeys);
        csv.Number(Virtual);
        csv.Number(Hardware);
        csv.Truth(SecurityKeys > 0);
        csv.Truth(Devices == 1);
        csv.TimeOr(_lastUse, Devices == 0 ? "N/A"u8 : "no_information"u8);
        csv.Cells(_lastKind switch
        {
            null => "N/A"u8,
            nameof(MfaDeviceKind.SecurityKey) => "security_key"u8,
            nameof(MfaDeviceKind.Virtual) => "virtual"u8,
            _ => "hardware"u8,
        });
        csv.TimeOr(LastSignIn, ConsoleAccess ? "no_information"u8 : "N/A"u8);
    }
}
