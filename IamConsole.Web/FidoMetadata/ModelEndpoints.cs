using IamConsole.Core.FidoMetadata;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.FidoMetadata;

/// <summary>
/// Icons of models, as files of their own: a browser keeps them, and the circuit is spared their weight. They are public
/// facts, but a signed-in person's alone: a stranger does not learn which metadata are loaded.
/// </summary>
internal static class ModelEndpoints
{
    public static void MapFidoMetadata(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(ModelAddress.Icon("{modelKey}"), SendAsync).RequireAuthorization();

    private static async Task<IResult> SendAsync(string modelKey, HttpContext context, FindModelByKey models, CancellationToken ct)
    {
        var model = await models.RunAsync(modelKey, ct);
        if (IconRules.Read(model?.Icon) is not var (type, bytes)) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=86400";
        return Results.Bytes(bytes, type);
    }
}
