namespace IamConsole.Core.Permissions;

/// <summary>How far an action reaches, as the Service Authorization Reference sorts them.</summary>
public enum AccessLevel
{
    /// <summary>Finds out what there is.</summary>
    List,

    /// <summary>Reads one thing.</summary>
    Read,

    /// <summary>Changes something.</summary>
    Write,

    /// <summary>Changes who may do what.</summary>
    PermissionsManagement,

    /// <summary>Changes a name or tag.</summary>
    Tagging,
}
