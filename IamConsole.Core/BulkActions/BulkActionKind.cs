namespace IamConsole.Core.BulkActions;

/// <summary>What can be done to many users at once.</summary>
public enum BulkActionKind
{
    /// <summary>A new password at the next sign-in.</summary>
    RequirePasswordChange,

    /// <summary>The console password is taken away.</summary>
    DeactivateConsoleAccess,

    /// <summary>Into a group.</summary>
    AddToGroup,

    /// <summary>A notice for who has no MFA device.</summary>
    RemindOfMfa,
}
