using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Every route the product has, from the product itself: a new one is tested without being told.</summary>
internal static class Routes
{
    /// <summary>Those that need a session, with parameters filled in.</summary>
    public static IReadOnlyList<string> OfConsole(ConsoleServer server) => [.. All(server)
        .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null)
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { } methods || methods.Contains("GET"))
        .Select(Path).Distinct()];

    /// <summary>Those that change something.</summary>
    public static IReadOnlyList<string> Unsafe(ConsoleServer server) => [.. All(server)
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") is true)
        .Select(Path).Distinct()];

    /// <summary>The interactive pages, with parameters filled in by name: a parameter that nobody knows fails.</summary>
    public static IReadOnlyList<string> OfPages(ConsoleServer server, IReadOnlyDictionary<string, string> values) => [.. All(server)
        .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null)
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page && !page.Type.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute), inherit: true))
        .Select(e => "/" + string.Join('/', e.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => values[parameter.Name],
            _ => "",
        })))))
        .Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<RouteEndpoint> All(ConsoleServer server) =>
        server.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    private static string Path(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
            part is RoutePatternLiteralPart literal ? literal.Content : "x"))));
}
