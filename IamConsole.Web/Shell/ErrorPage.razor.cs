using System.Diagnostics;
using IamConsole.Core;
using IamConsole.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace IamConsole.Web.Shell;

/// <summary>
/// Where a failed request ends. Says nothing about the fault but the reference that leads to the log, or that the database
/// is away for a moment.
/// </summary>
public sealed partial class ErrorPage
{
    private string? _reference;
    private string _failedPath = "/";
    private Error? _away;

    [CascadingParameter] public HttpContext? HttpContext { get; set; }

    [Inject] public required ILogger<ErrorPage> Logger { get; set; }

    protected override void OnInitialized()
    {
        _reference = Activity.Current?.TraceId.ToString() ?? HttpContext?.TraceIdentifier;
        if (HttpContext?.Features.Get<IExceptionHandlerPathFeature>() is not { } failed) return;
        if (AnswersGet(HttpContext.Request, failed)) _failedPath = failed.Path + HttpContext.Request.QueryString;
        _away = ServiceUnavailable.Answer(HttpContext, failed.Error);
        if (_away is not null) Logger.DatabaseAway(failed.Path, _reference, failed.Error.GetBaseException().Message);
    }

    // A form's page can be opened again; an endpoint that only takes forms cannot.
    private static bool AnswersGet(HttpRequest request, IExceptionHandlerFeature failed) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || failed.Endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
