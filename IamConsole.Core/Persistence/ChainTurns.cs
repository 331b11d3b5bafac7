namespace IamConsole.Core.Persistence;

/// <summary>
/// How the writers of this program take turns at the end of the audit trail in one server database. The server's own lock
/// keeps the programs apart; handed on by it alone, among many connections, each turn takes several times as long.
/// </summary>
internal sealed class ChainTurns
{
    /// <summary>One writer at a time.</summary>
    public SemaphoreSlim One { get; } = new(1, 1);

    /// <summary>Afterwards, the wait for the disk.</summary>
    public SharedFlush Disk { get; } = new();
}
