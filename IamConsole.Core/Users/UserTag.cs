namespace IamConsole.Core.Users;

/// <summary>A tag of a user: what <c>aws:PrincipalTag</c> and <c>aws:ResourceTag</c> ask about.</summary>
public sealed class UserTag
{
    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>1 to 128 characters.</summary>
    public required string Key { get; init; }

    /// <summary>The key in the one form that is compared.</summary>
    public required string NormalizedKey { get; init; }

    /// <summary>0 to 256 characters.</summary>
    public required string Value { get; set; }
}
