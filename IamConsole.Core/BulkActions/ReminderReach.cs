namespace IamConsole.Core.BulkActions;

/// <summary>How many of the chosen users a reminder would reach, and how.</summary>
/// <param name="ByMail">A mail would be queued.</param>
/// <param name="OnScreen">They would see it at the next sign-in alone.</param>
/// <param name="HaveMfa">They have a device and are left out.</param>
/// <param name="NoConsoleAccess">They have no device and no console password: nothing to protect, nowhere to show it.</param>
/// <param name="SendsMail">Whether a mail server is set up.</param>
public sealed record ReminderReach(int ByMail, int OnScreen, int HaveMfa, int NoConsoleAccess, bool SendsMail)
{
    /// <summary>Everybody who would be told in some way.</summary>
    public int Told => ByMail + OnScreen;
}
