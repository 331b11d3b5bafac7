using IamConsole.Core;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
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
        if (!PermissionErrors.IsStepUp(error)) return false;
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        navigation.NavigateTo($"/signin/confirm?returnUrl={Uri.EscapeDataString(here)}", forceLoad: true);
        return true;
    }

    /// <summary>
    /// Whether a dialog or form may open, by what <see cref="AskGate"/> answered. If not, the refusal is said here: it
    /// takes the page elsewhere, or stands above it.
    /// </summary>
    public static bool Permits(this NavigationManager navigation, Result asked, FlashMessages messages)
    {
        if (asked.Error is not { } error) return true;
        if (!navigation.Takes(error)) messages.Add(new FlashMessage(FlashKind.Error, error.Message));
        return false;
    }
}
