using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace IamConsole.Web.Shell;

/// <summary>
/// The document. Console pages are interactive and not prerendered; sign-in pages are static and get neither
/// MudBlazor nor a script of the framework.
/// </summary>
public sealed partial class App
{
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);

    private bool _interactive;
    private IComponentRenderMode? _mode;
    private FlashMessage? _flash;

    [CascadingParameter] public required HttpContext HttpContext { get; set; }

    [Inject] public required FlashCookie Flash { get; set; }

    protected override void OnInitialized()
    {
        _interactive = HttpContext.AcceptsInteractiveRouting();
        _mode = _interactive ? Interactive : null;
        _flash = _interactive ? Flash.Take(HttpContext) : null;
    }
}
