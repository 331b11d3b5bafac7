namespace IamConsole.Core.Accounts;

/// <summary>A tenant: one root user and its IAM users.</summary>
public sealed class Account
{
    /// <summary>Twelve digits.</summary>
    public required string Id { get; init; }

    /// <summary>The unique alias, or null.</summary>
    public string? Alias { get; set; }

    /// <summary>See <see cref="Accounts.Partition"/>.</summary>
    public required string Partition { get; init; }

    /// <summary>The owner's name for the account, 1 to 50 characters.</summary>
    public required string Name { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }

    /// <summary>When the account was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What its IAM users' passwords must be.</summary>
    public PasswordPolicy PasswordPolicy { get; set; } = PasswordPolicy.Default;

    /// <summary>Who of its IAM users must use MFA.</summary>
    public MfaPolicy MfaPolicy { get; set; } = new();

    /// <summary>Which passkeys and security keys may be registered.</summary>
    public SecurityKeyPolicy SecurityKeyPolicy { get; set; } = new();

    /// <summary>Whether a hardware token that is removed from a user is retired, rather than returned to the stock.</summary>
    public bool RetiresRemovedTokens { get; set; }

    /// <summary>When it was last searched for a hardware token by codes: the last ten times, see <see cref="RecentTimes"/>; null for never.</summary>
    public string? TokenSearchTimes { get; set; }

    /// <summary>What people call the account: the alias, or the twelve digits.</summary>
    public string Label => Alias ?? Id;
}
