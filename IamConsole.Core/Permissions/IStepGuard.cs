using IamConsole.Core.Persistence;

namespace IamConsole.Core.Permissions;

/// <summary>What background work has to say in each transaction of a use case that it calls.</summary>
internal interface IStepGuard
{
    /// <summary>
    /// Keeps what came of the step, as the last thing before the commit; throws, and so undoes the change, where the work is
    /// another runner's by now.
    /// </summary>
    Task SettleAsync(IamDbContext db, Result result, CancellationToken ct);
}
