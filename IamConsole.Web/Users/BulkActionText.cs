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

    /// <summary>What will happen, for the question before it.</summary>
    public static string Effect(BulkActionKind kind, int users) => Moments.Count(users, "user") + kind switch
    {
        BulkActionKind.RequirePasswordChange => " must set a new password at the next sign-in.",
        BulkActionKind.DeactivateConsoleAccess => " will lose the console password. Sessions end at once; MFA devices stay.",
        BulkActionKind.AddToGroup => " will get the permissions of the group.",
        BulkActionKind.RemindOfMfa => " will be reminded to assign an MFA device. Users who have one are left out.",
    };

    /// <summary>"Require password change: 12 of 40 users, 1 refused".</summary>
    public static string Progress(JobView job)
    {
        var action = job.Parameters is null ? null : JsonSerializer.Deserialize<BulkAction>(job.Parameters);
        var title = action is null ? "Bulk action" : Title(action.Kind) + (action.Group is null ? "" : $" {action.Group}");
        var refused = job.Refused > 0 ? $", {job.Refused:N0} refused" : "";
        return $"{title}: {job.Done:N0} of {Moments.Count((int)job.Total, "user")}{refused}";
    }
}
