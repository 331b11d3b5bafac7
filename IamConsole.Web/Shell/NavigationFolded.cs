using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

/// <summary>On a page with this part, as wizards, the side navigation starts folded; afterwards it is as before.</summary>
public sealed class NavigationFolded : ComponentBase, IDisposable
{
    private bool _before;

    [Inject] public required FrameState Frame { get; set; }

    protected override void OnInitialized()
    {
        _before = Frame.NavigationFolded;
        Frame.Fold(true);
    }

    public void Dispose() => Frame.Fold(_before);
}
