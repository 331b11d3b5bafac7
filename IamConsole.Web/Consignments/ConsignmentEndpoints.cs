using IamConsole.Core.Consignments;
using IamConsole.Core.Permissions;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.Consignments;

/// <summary>The download of an import's verdicts, streamed, for whom the gate lets.</summary>
internal static class ConsignmentEndpoints
{
    public static void MapConsignments(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ConsignmentAddress.Download, ExportAsync);

    private static async Task<IResult> ExportAsync(HttpContext context, string id, ExportConsignment exports, CancellationToken ct)
    {
        var export = await exports.RunAsync(context.User.Caller(context.TraceIdentifier), id, ct);
        if (!export.Succeeded)
            return Results.Text(export.Error.Message, statusCode: export.Error == ConsignmentErrors.NoSuchConsignment
                ? StatusCodes.Status404NotFound
                : export.Error.Code == PermissionErrors.SessionEnded.Code ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(to => export.Value.WriteAsync(to, ct), "text/csv; charset=utf-8", export.Value.FileName);
    }
}
