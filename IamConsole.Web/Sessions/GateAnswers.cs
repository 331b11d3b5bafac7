using IamConsole.Core;
using IamConsole.Core.Permissions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Sessions;

/// <summary>Answers of the gate that take the whole page elsewhere, whatever the page is about.</summary>
public static class GateAnswers
{
    /// <summary>
    /// True when the page need not show <paramref name="error"/>: it asks for a factor first, on a static page that leads back,
    /// or the session has ended, which the layout says. For reading; what somebody is about to do, <see cref="StepUp"/> keeps.
    /// </summary>
    public static bool Takes(this NavigationManager navigation, Error error)
    {
        if (error.Code == PermissionErrors.SessionEnded.Code) return true;
        if (!PermissionErrors.IsStepUp(error)) return false;
        navigation.NavigateTo(ResumeAddress.Confirm(ResumeAddress.Here(navigation)), forceLoad: true);
        return true;
    }
}
