namespace IamConsole.Core.Reports;

/// <summary>A user as the preview shows it.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The name; the original's word for root.</param>
/// <param name="IsRoot">Whether it is root.</param>
/// <param name="HasPassword">Whether the user has a console password.</param>
/// <param name="LastUsedAt">The last use of the password, or null.</param>
/// <param name="ChangedAt">When the password was set, or null.</param>
/// <param name="SecurityKeys">Passkeys and security keys.</param>
/// <param name="Virtual">Authenticator apps.</param>
/// <param name="Hardware">Hardware tokens.</param>
public sealed record PreviewRow(
    string UserId, string Name, bool IsRoot, bool HasPassword, DateTimeOffset? LastUsedAt, DateTimeOffset? ChangedAt,
    int SecurityKeys, int Virtual, int Hardware)
{
    /// <summary>Whether the user has a device.</summary>
    public bool HasMfa => SecurityKeys + Virtual + Hardware > 0;
}
