namespace IamConsole.Core.Persistence;

/// <summary>The key ring does not open this database: starting would lock everybody out one by one.</summary>
public sealed class KeyRingMismatchException(Exception? inner) : Exception(
    "The key ring in the data folder is missing or not the one this database was made with. Restore the folder 'keys' from the backup.",
    inner);
