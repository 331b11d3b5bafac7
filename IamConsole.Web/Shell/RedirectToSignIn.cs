using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

/// <summary>The window is open but nobody is signed in: leave the circuit, sign in, come back.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject] public required NavigationManager Navigation { get; set; }

    protected override void OnInitialized() => Navigation.NavigateTo(SignInAddress.For(Navigation), forceLoad: true);
}
