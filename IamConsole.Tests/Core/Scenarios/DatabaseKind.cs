namespace IamConsole.Tests.Core.Scenarios;

/// <summary>The databases that the product supports.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
