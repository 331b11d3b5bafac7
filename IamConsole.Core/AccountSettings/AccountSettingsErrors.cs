namespace IamConsole.Core.AccountSettings;

/// <summary>Every refusal of this slice.</summary>
public static class AccountSettingsErrors
{
    /// <summary>Field of the minimum length.</summary>
    public const string LengthField = "MinimumLength";

    /// <summary>Field of the days until a password expires.</summary>
    public const string DaysField = "ExpiresAfterDays";

    /// <summary>Field of the number of passwords remembered.</summary>
    public const string RememberedField = "RememberedPasswords";

    /// <summary>Field of the days of grace.</summary>
    public const string GraceField = "GraceDays";

    /// <summary>Field of the allowed kinds.</summary>
    public const string KindsField = "Kinds";

    /// <summary>The minimum length is below the floor or over what is possible.</summary>
    public static readonly Error InvalidLength = new("ValidationError", "Enter a number between 8 and 128.", LengthField);

    /// <summary>The days until expiry are out of bounds.</summary>
    public static readonly Error InvalidDays = new("ValidationError", "Enter a number between 1 and 1,095.", DaysField);

    /// <summary>The number of passwords remembered is out of bounds.</summary>
    public static readonly Error InvalidRemembered = new("ValidationError", "Enter a number between 1 and 24.", RememberedField);

    /// <summary>The days of grace are out of bounds.</summary>
    public static readonly Error InvalidGrace = new("ValidationError", "Enter a number between 0 and 90.", GraceField);

    /// <summary>Nobody could assign a device any more.</summary>
    public static readonly Error NoKind = new("ValidationError", "Allow at least one kind of device.", KindsField);

    /// <summary>Who must use MFA does not let himself off.</summary>
    public static readonly Error OwnExemption = new("InvalidInput", "You cannot exempt yourself from MFA. Ask another administrator.");

    /// <summary>Root is always asked.</summary>
    public static readonly Error RootExemption = new("InvalidInput", "The root user cannot be exempted from MFA.");
}
