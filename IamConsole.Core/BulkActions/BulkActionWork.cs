using IamConsole.Core.Groups;
using IamConsole.Core.Jobs;
using IamConsole.Core.Users;

namespace IamConsole.Core.BulkActions;

/// <summary>Does a bulk action user by user, each through the use case that a page would call: the same gate, checks and records.</summary>
public sealed class BulkActionWork(
    RequirePasswordChange require, SetConsolePassword access, AddUserToGroup groups, RemindOfMfa remind) : IJobWork
{
    /// <summary>The kind of its jobs.</summary>
    public const string Name = "BulkAction";

    /// <inheritdoc />
    public string Kind => Name;

    /// <inheritdoc />
    public Task RunAsync(JobRun run, CancellationToken ct)
    {
        var action = run.Parameters<BulkAction>();
        return run.ForEachItemAsync((caller, item) => action.Kind switch
        {
            BulkActionKind.RequirePasswordChange or BulkActionKind.DeactivateConsoleAccess when item.Subject == run.StartedBy =>
                Task.FromResult(Result.Failure(BulkActionErrors.NotOneself)),
            BulkActionKind.RequirePasswordChange => require.RunAsync(caller, item.Subject, ct),
            BulkActionKind.DeactivateConsoleAccess => access.RemoveAsync(caller, item.Subject, ct),
            BulkActionKind.AddToGroup => groups.RunAsync(caller, action.Group ?? "", item.Subject, ct),
            BulkActionKind.RemindOfMfa => remind.RunAsync(caller, item.Subject, ct),
        }, ct);
    }
}
