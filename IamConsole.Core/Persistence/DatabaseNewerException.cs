namespace IamConsole.Core.Persistence;

/// <summary>A newer version of this program has been at work on the database: this one would not understand what it finds.</summary>
public sealed class DatabaseNewerException(string migration) : Exception(
    $"The database is of a newer version of this program than this one ({migration}). Start that version, or restore the backup from before the upgrade.");
