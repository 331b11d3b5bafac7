using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

internal static class SignInAddress
{
    /// <summary>The sign-in page, with the way back to the page that is open.</summary>
    public static string For(NavigationManager navigation) => For("/" + navigation.ToBaseRelativePath(navigation.Uri));

    public static string For(string returnUrl) => $"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}";
}
