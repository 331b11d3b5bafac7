using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// Events as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe instead:
/// names and user agents are typed by strangers (OWASP, "CSV Injection").
/// </summary>
internal static class CsvEvents
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',

        // The last four are their full-width forms, which East Asian spreadsheets read the same.
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'],
    };

    private static readonly string[] Columns =
    [
        "sequence", "eventTime", "eventName", "result", "reason", "userType", "userName", "userArn", "sourceIPAddress", "userAgent",
        "resource", "mfaAuthenticated", "mfaIdentifier", "requestID", "eventID", "details",
    ];

    public static async Task WriteAsync(IAsyncEnumerable<AuditEvent> events, Stream to, CancellationToken ct)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, Configuration);
        foreach (var column in Columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var row in events.WithCancellation(ct))
        {
            foreach (var cell in Cells(row)) csv.WriteField(cell);
            await csv.NextRecordAsync();
        }

        await csv.FlushAsync();
    }

    private static IEnumerable<string?> Cells(AuditEvent row) =>
    [
        row.Sequence.ToString(CultureInfo.InvariantCulture),
        row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        row.EventName, row.Succeeded ? "Success" : "Failure", row.Reason, row.ActorType, row.ActorName, row.ActorArn,
        row.Address, row.UserAgent, row.Target, row.MfaAuthenticated switch { true => "true", false => "false", null => null },
        row.DeviceSerial, row.RequestId, CloudTrailRecord.EventId(row.Hash), row.Details,
    ];
}
