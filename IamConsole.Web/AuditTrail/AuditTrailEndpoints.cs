using IamConsole.Core.AuditTrail;
using IamConsole.Core.Permissions;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.AuditTrail;

/// <summary>The slice's services, and the download of events: the page's filters, streamed, for whom the gate lets.</summary>
internal static class AuditTrailEndpoints
{
    public static IServiceCollection AddAuditTrail(this IServiceCollection services) => services.AddHostedService<CheckpointService>();

    public static void MapAuditTrail(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(EventAddress.Download, ExportAsync);

    private static async Task<IResult> ExportAsync(HttpContext context, ExportEvents exports, TimeProvider clock, CancellationToken ct)
    {
        var asked = context.Request.Query;
        if (!Enum.TryParse<ExportFormat>(asked["format"], out var format) || !Enum.IsDefined(format)) return Results.BadRequest();
        if (!long.TryParse(asked["event"], out var sequence) && asked.ContainsKey("event")) return Results.BadRequest();

        // One event is exported whatever range the page shows.
        var query = EventQuery.Read(key => asked[key]);
        var filter = sequence > 0 ? new EventFilter() : query.At(clock.GetUtcNow());
        var caller = context.User.Caller(context.TraceIdentifier);
        var export = await exports.RunAsync(caller, filter, sequence > 0 ? sequence : null, format, ct);
        if (!export.Succeeded)
            return Results.Text(export.Error.Message, statusCode: export.Error.Code == AuditTrailErrors.NoSuchEvent.Code
                ? StatusCodes.Status404NotFound
                : export.Error.Code == PermissionErrors.SessionEnded.Code ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(to => export.Value.WriteAsync(to, ct), export.Value.ContentType, export.Value.FileName);
    }
}
