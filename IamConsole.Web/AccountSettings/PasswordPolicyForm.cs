using System.Text.Json.Serialization;
using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.AccountSettings;

/// <summary>What the form of the password policy holds.</summary>
public sealed class PasswordPolicyForm : IKept
{
    // Offered when a number is asked for the first time.
    private const int UsualDays = 90;
    private const int UsualRemembered = 5;

    /// <summary>To be filled by a reader.</summary>
    [JsonConstructor]
    public PasswordPolicyForm()
    {
    }

    /// <summary>Filled with a policy.</summary>
    public PasswordPolicyForm(PasswordPolicy policy)
    {
        IsCustom = !policy.IsDefault;
        MinimumLength = NumberText.Of(policy.MinimumLength);
        (Uppercase, Lowercase, Digit, Symbol) = (policy.RequireUppercase, policy.RequireLowercase, policy.RequireDigit, policy.RequireSymbol);
        Expires = policy.ExpiresAfterDays is not null;
        Days = NumberText.Of(policy.ExpiresAfterDays ?? UsualDays);
        NeedsAdministrator = policy.ExpiryNeedsAdministrator;
        UsersMayChange = policy.UsersMayChange;
        PreventsReuse = policy.RememberedPasswords is not null;
        Remembered = NumberText.Of(policy.RememberedPasswords ?? UsualRemembered);
    }

    public bool IsCustom { get; set; }

    public string? MinimumLength { get; set; }

    public bool Uppercase { get; set; }

    public bool Lowercase { get; set; }

    public bool Digit { get; set; }

    public bool Symbol { get; set; }

    public bool Expires { get; set; }

    public string? Days { get; set; }

    public bool NeedsAdministrator { get; set; }

    public bool UsersMayChange { get; set; }

    public bool PreventsReuse { get; set; }

    public string? Remembered { get; set; }

    /// <summary>As the use case wants it.</summary>
    [JsonIgnore]
    public WantedPasswordPolicy Wanted => new(
        IsCustom, NumberText.Read(MinimumLength), Uppercase, Lowercase, Digit, Symbol, Expires, NumberText.Read(Days),
        NeedsAdministrator, UsersMayChange, PreventsReuse, NumberText.Read(Remembered));
}
