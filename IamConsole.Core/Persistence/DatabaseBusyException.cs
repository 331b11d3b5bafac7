namespace IamConsole.Core.Persistence;

/// <summary>The database stayed locked by another program: nothing was changed, trying again is safe.</summary>
public sealed class DatabaseBusyException(Exception? inner = null)
    : Exception("The database is busy. Nothing was changed. Try again.", inner);
