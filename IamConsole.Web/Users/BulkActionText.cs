using System.Text.Json;
using IamConsole.Core.BulkActions;
using IamConsole.Core.Jobs;
using IamConsole.Web.Controls;

namespace IamConsole.Web.Users;

/// <summary>Bulk actions in words.</summary>
public static class BulkActionText
{
    /// <summary>The menu.</summary>
    public static IReadOnlyList<(string Text, string Value)> Menu { get; } =
        [.. Enum.GetValues<BulkActionKind>().Select(kind => (Title(kind), kind.ToString()))];

    /// <summary>Where a job's rows are shown.</summary>
    public static string Address(string jobId) => $"/users/~/bulk/{jobId}";

    /// <summary>The action as a button says it.</summary>
    public static string Title(BulkActionKind kind) => kind switch
    {
        BulkActionKind.RequirePasswordChange => "Require password change",
        BulkActionKind.DeactivateConsoleAccess => "Deactivate console access",
        BulkActionKind.AddToGroup => "Add to group",
        BulkActionKind.RemindOfMfa => "Remind of MFA",
    };

    /// <summary>What a factor is asked for.</summary>
    public static string Purpose(BulkActionKind kind, int users) => $"{char.ToLowerInvariant(Title(kind)[0])}{Title(kind)[1..]} for {Moments.Count(users, "user")}";

    /// <summary>What will happen, for the question before it.</summary>
    public static string Effect(BulkActionKind kind, int users) => Moments.Count(users, "user") + kind switch
    {
        BulkActionKind.RequirePasswordChange => " must set a new password at the next sign-in.",
        BulkActionKind.DeactivateConsoleAccess => " will lose the console password. Sessions end at once; MFA devices stay.",
        BulkActionKind.AddToGroup => " will get the permissions of the group.",
        BulkActionKind.RemindOfMfa => " without an MFA device will be reminded to assign one.",
    };

    /// <summary>Who will be reminded, and how: "2 users are sent a mail. 1 user has an MFA device and is left out."</summary>
    public static string Reach(ReminderReach reach) => string.Join(' ', new[]
    {
        Say(reach.ByMail, "is sent a mail, and sees the reminder at the next sign-in.", "are sent a mail, and see the reminder at the next sign-in."),
        Say(reach.OnScreen, "sees it only at the next sign-in.", "see it only at the next sign-in."),
        Say(reach.HaveMfa, "has an MFA device and is left out.", "have an MFA device and are left out."),
        Say(reach.NoConsoleAccess, "has no console password and is left out.", "have no console password and are left out."),
    }.OfType<string>());

    /// <summary>"Require password change: 12 of 40 users, 1 refused".</summary>
    public static string Progress(JobView job)
    {
        var action = job.Parameters is null ? null : JsonSerializer.Deserialize<BulkAction>(job.Parameters);
        var title = action is null ? "Bulk action" : Title(action.Kind) + (action.Group is null ? "" : $" {action.Group}");
        var refused = job.Refused > 0 ? $", {job.Refused:N0} refused" : "";
        return $"{title}: {job.Done:N0} of {Moments.Count((int)job.Total, "user")}{refused}";
    }

    private static string? Say(int users, string one, string more) => users == 0 ? null : $"{Moments.Count(users, "user")} {(users == 1 ? one : more)}";
}
