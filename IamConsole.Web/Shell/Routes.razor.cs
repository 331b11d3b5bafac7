using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

/// <summary>The root of the interactive tree; for static pages, of the static one.</summary>
public sealed partial class Routes
{
    [Inject] public required FlashMessages Messages { get; set; }

    /// <summary>A message that a redirect brought along.</summary>
    [Parameter] public FlashMessage? Flash { get; set; }

    protected override void OnInitialized()
    {
        if (Flash is not null) Messages.Add(Flash);
    }
}
