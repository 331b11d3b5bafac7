using IamConsole.Core.Accounts;

namespace IamConsole.Core.AccountSettings;

/// <summary>A password policy as it was typed; a number that is none is null.</summary>
/// <param name="IsCustom">False takes the account back to the default; nothing else is looked at.</param>
/// <param name="MinimumLength">8 to 128.</param>
/// <param name="RequireUppercase">One of A to Z.</param>
/// <param name="RequireLowercase">One of a to z.</param>
/// <param name="RequireDigit">One of 0 to 9.</param>
/// <param name="RequireSymbol">One of the original's symbols.</param>
/// <param name="Expires">Whether passwords expire.</param>
/// <param name="ExpiresAfterDays">Then 1 to 1,095.</param>
/// <param name="ExpiryNeedsAdministrator">And whether only an administrator replaces an expired one.</param>
/// <param name="UsersMayChange">Whether users change their own password.</param>
/// <param name="PreventsReuse">Whether former passwords are refused.</param>
/// <param name="RememberedPasswords">Then 1 to 24.</param>
public sealed record WantedPasswordPolicy(
    bool IsCustom, int? MinimumLength, bool RequireUppercase, bool RequireLowercase, bool RequireDigit, bool RequireSymbol,
    bool Expires, int? ExpiresAfterDays, bool ExpiryNeedsAdministrator, bool UsersMayChange, bool PreventsReuse,
    int? RememberedPasswords)
{
    internal Result<PasswordPolicy> Check()
    {
        if (!IsCustom) return PasswordPolicy.Default;
        var wrong = Error.All(
            MinimumLength is >= PasswordPolicy.LeastLength and <= PasswordPolicy.MostLength ? null : AccountSettingsErrors.InvalidLength,
            Expires && ExpiresAfterDays is not (>= 1 and <= PasswordPolicy.MostDays) ? AccountSettingsErrors.InvalidDays : null,
            PreventsReuse && RememberedPasswords is not (>= 1 and <= PasswordPolicy.MostRemembered) ? AccountSettingsErrors.InvalidRemembered : null);
        if (wrong is not null) return wrong;
        return new PasswordPolicy
        {
            MinimumLength = MinimumLength!.Value,
            RequireUppercase = RequireUppercase,
            RequireLowercase = RequireLowercase,
            RequireDigit = RequireDigit,
            RequireSymbol = RequireSymbol,
            ExpiresAfterDays = Expires ? ExpiresAfterDays : null,
            ExpiryNeedsAdministrator = Expires && ExpiryNeedsAdministrator,
            UsersMayChange = UsersMayChange,
            RememberedPasswords = PreventsReuse ? RememberedPasswords : null,
        };
    }
}
