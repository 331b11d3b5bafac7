namespace IamConsole.Core.Persistence;

/// <summary>The database is another program's: nothing was changed in it.</summary>
public sealed class ForeignDatabaseException(string place)
    : Exception($"The database {place} belongs to another program: it has tables, but not the console's. Choose another one. Nothing was changed.");
