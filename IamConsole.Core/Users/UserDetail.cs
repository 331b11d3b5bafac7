using IamConsole.Core.Accounts;

namespace IamConsole.Core.Users;

/// <summary>A user as its own page shows it.</summary>
/// <param name="Row">What the list shows.</param>
/// <param name="Arn">The user's ARN.</param>
/// <param name="IsRoot">Whether it is root.</param>
/// <param name="Email">Where the user is told of changes; root signs in with it.</param>
/// <param name="MustChangePassword">Whether the next sign-in must set a new password.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="AccountName">The account's name.</param>
/// <param name="AccountLabel">Alias, or number.</param>
/// <param name="Partition">The account's partition.</param>
/// <param name="IsOneself">Whether the caller looks at himself.</param>
/// <param name="AccountPasswordPolicy">What the account asks of the passwords of IAM users.</param>
/// <param name="PasswordExpiresAt">When the password expires, or null when it never does.</param>
/// <param name="IsMfaExempt">Whether the account's MFA policy leaves this user out.</param>
/// <param name="MfaDueAt">From when this user cannot sign in without MFA, or null when it is not asked of him.</param>
public sealed record UserDetail(
    UserRow Row,
    string Arn,
    bool IsRoot,
    string? Email,
    bool MustChangePassword,
    string AccountId,
    string AccountName,
    string AccountLabel,
    string Partition,
    bool IsOneself,
    PasswordPolicy AccountPasswordPolicy,
    DateTimeOffset? PasswordExpiresAt,
    bool IsMfaExempt,
    DateTimeOffset? MfaDueAt)
{
    /// <summary>What a new password of this user must be: of root the floor alone.</summary>
    public PasswordPolicy PasswordPolicy => IsRoot ? PasswordPolicy.Default : AccountPasswordPolicy;
}
