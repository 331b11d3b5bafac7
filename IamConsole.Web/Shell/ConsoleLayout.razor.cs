using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace IamConsole.Web.Shell;

/// <summary>Top bar, toolbar, side navigation, page and help panel of every page behind the sign-in.</summary>
public sealed partial class ConsoleLayout
{
    private ConsoleErrorBoundary? _boundary;

    [Inject] public required FrameState Frame { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    // With <base href="/"> a bare "#main" would lead to the dashboard.
    private string SkipTarget => $"{new Uri(Navigation.Uri).PathAndQuery}#main";

    protected override void OnInitialized()
    {
        Frame.Changed += Refresh;
        Navigation.LocationChanged += LeavePage;
    }

    public void Dispose()
    {
        Frame.Changed -= Refresh;
        Navigation.LocationChanged -= LeavePage;
    }

    private void Refresh() => _ = InvokeAsync(StateHasChanged);

    private void LeavePage(object? sender, LocationChangedEventArgs change)
    {
        Frame.LeavePage();
        _boundary?.Recover();
    }
}
