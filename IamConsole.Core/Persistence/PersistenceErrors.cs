namespace IamConsole.Core.Persistence;

/// <summary>What is said when the database does not answer: no fault of the console, nor of what was typed.</summary>
public static class PersistenceErrors
{
    /// <summary>How long whoever is told so should wait before the next try.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Busy or out of reach; nothing was changed.</summary>
    public static readonly Error Busy = new(
        "ServiceUnavailable", "The database is busy or cannot be reached at this moment. Nothing was changed. Try again in a few seconds.");

    /// <summary>The connection broke between the commit and its answer.</summary>
    public static readonly Error OutcomeUnknown = new(
        "OutcomeUnknown", "The database was lost at the very moment of saving. Look whether the change was made before you try again.");
}
