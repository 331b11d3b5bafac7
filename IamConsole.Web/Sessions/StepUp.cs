using IamConsole.Core;
using IamConsole.Core.Permissions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Sessions;

/// <summary>Answers of the gate that take the whole page elsewhere, whatever the page is about.</summary>
public static class StepUp
{
    /// <summary>
    /// True when the page need not show <paramref name="error"/>: it asks for a factor first, on a static page that leads back,
    /// or the session has ended, which the layout says.
    /// </summary>
    public static bool Takes(this NavigationManager navigation, Error error)
    {
        if (error.Code == PermissionErrors.SessionEnded.Code) return true;
        if (error.Code != PermissionErrors.MfaRequired.Code && error.Code != PermissionErrors.ProofTooOld.Code) return false;
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        navigation.NavigateTo($"/signin/confirm?returnUrl={Uri.EscapeDataString(here)}", forceLoad: true);
        return true;
    }
}
