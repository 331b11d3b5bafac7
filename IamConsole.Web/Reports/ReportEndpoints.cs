using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Core.Reports;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.Reports;

/// <summary>The downloads. A session's cookie and the gate, no cache on the way, no file that a server could serve by itself.</summary>
internal static class ReportEndpoints
{
    /// <summary>In the query: names that a spreadsheet would take for formulas get an apostrophe.</summary>
    public const string ForSpreadsheet = "?for=spreadsheet";

    /// <summary>Where the report is downloaded.</summary>
    public static string Address(ReportKind kind) => kind switch
    {
        ReportKind.Credential => "/credential-report/download",
        ReportKind.Mfa => "/credential-report/mfa/download",
    };

    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        foreach (var kind in Enum.GetValues<ReportKind>())
            endpoints.MapGet(Address(kind), (HttpContext context, GetCredentialReport reports, ReportContent content, CancellationToken ct) =>
                DownloadAsync(kind, context, reports, content, ct));
    }

    private static async Task<IResult> DownloadAsync(
        ReportKind kind, HttpContext context, GetCredentialReport reports, ReportContent content, CancellationToken ct)
    {
        var found = await reports.RunAsync(context.User.Caller(context.TraceIdentifier), kind, ct);
        if (!found.Succeeded) return Results.Text(found.Error.Message, statusCode: StatusOf(found.Error));
        var report = found.Value;
        var forSpreadsheet = kind is ReportKind.Credential && context.Request.Query["for"] == "spreadsheet";
        context.Response.Headers.CacheControl = "no-store";
        if (!forSpreadsheet) context.Response.ContentLength = report.Bytes;
        return Results.Stream(body => content.CopyToAsync(report, forSpreadsheet, body, ct), "text/csv", report.FileName);
    }

    private static int StatusOf(Error error) =>
        error.Code == PermissionErrors.SessionEnded.Code ? StatusCodes.Status401Unauthorized
        : error == ReportErrors.NotPresent ? StatusCodes.Status410Gone
        : StatusCodes.Status403Forbidden;
}
