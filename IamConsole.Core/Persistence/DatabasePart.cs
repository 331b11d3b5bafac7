namespace IamConsole.Core.Persistence;

/// <summary>What a server needs of its database.</summary>
public enum DatabasePart
{
    /// <summary>That it answers.</summary>
    Database,

    /// <summary>That its tables are those of this program.</summary>
    Schema,

    /// <summary>That the key ring opens it.</summary>
    Keys,

    /// <summary>That the audit trail ends where its key says.</summary>
    Audit,
}
