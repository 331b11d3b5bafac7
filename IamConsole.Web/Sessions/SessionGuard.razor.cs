using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Sessions;

/// <summary>Shows that the session has ended, over whatever page is open.</summary>
public sealed partial class SessionGuard
{
    [Inject] public required CircuitSession Circuit { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private string ReturnUrl => new Uri(Navigation.Uri).PathAndQuery;

    protected override void OnInitialized() => Circuit.Ended += Show;

    public void Dispose() => Circuit.Ended -= Show;

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
