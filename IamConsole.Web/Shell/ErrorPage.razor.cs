using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace IamConsole.Web.Shell;

/// <summary>Where a failed request ends. Says nothing about the fault but the reference that leads to the log.</summary>
public sealed partial class ErrorPage
{
    private string? _reference;
    private string _failedPath = "/";

    [CascadingParameter] public HttpContext? HttpContext { get; set; }

    protected override void OnInitialized()
    {
        _reference = Activity.Current?.TraceId.ToString() ?? HttpContext?.TraceIdentifier;
        _failedPath = HttpContext?.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "/";
    }
}
