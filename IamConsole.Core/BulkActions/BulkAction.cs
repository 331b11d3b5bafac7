using System.Text.Json.Serialization;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.BulkActions;

/// <summary>One thing to do to many users.</summary>
/// <param name="Kind">What.</param>
/// <param name="Group">The group's name, for <see cref="BulkActionKind.AddToGroup"/>.</param>
public sealed record BulkAction(BulkActionKind Kind, string? Group = null)
{
    /// <summary>What the gate is asked for each user.</summary>
    [JsonIgnore]
    public IamAction Action => Kind switch
    {
        BulkActionKind.RequirePasswordChange => IamAction.UpdateLoginProfile,
        BulkActionKind.DeactivateConsoleAccess => IamAction.DeleteLoginProfile,
        BulkActionKind.AddToGroup => IamAction.AddUserToGroup,
        BulkActionKind.RemindOfMfa => IamAction.RemindOfMfa,
    };
}
