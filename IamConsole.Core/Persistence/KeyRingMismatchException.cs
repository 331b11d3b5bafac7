namespace IamConsole.Core.Persistence;

/// <summary>The key ring does not open this database: starting would lock everybody out one by one.</summary>
public sealed class KeyRingMismatchException : Exception
{
    private const string WayOut = "Restore the folder 'keys' from the backup. If there is none: lost-keys.";

    /// <summary>It is another ring, or none.</summary>
    public KeyRingMismatchException(Exception? inner)
        : base($"The key ring in the data folder is missing or not the one this database was made with. {WayOut}", inner)
    {
    }

    private KeyRingMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>It is the ring, of an earlier day.</summary>
    public static KeyRingMismatchException Incomplete(int keys) => new(
        $"The key ring in the data folder is older than the database: {keys} of its keys are missing or damaged. {WayOut}");
}
