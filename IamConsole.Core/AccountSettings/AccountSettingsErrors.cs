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

    /// <summary>Most models in a rule for security keys.</summary>
    public const int MostModels = 200;

    /// <summary>Most groups with a rule for security keys of their own.</summary>
    public const int MostGroupRules = 20;

    /// <summary>Field of the groups with rules of their own.</summary>
    public const string GroupsField = "Groups";

    /// <summary>Something that names no model.</summary>
    public static readonly Error InvalidModel = new(
        "ValidationError", "Enter an AAGUID such as 2fc0579f-8113-47ea-b116-bb5a8db9202a, or the 40 hexadecimal digits of a U2F attestation key.");

    /// <summary>A choice of models without one.</summary>
    public static readonly Error NoModel = new("ValidationError", "Add at least one model, or choose \"Every model\".");

    /// <summary>More models than a rule holds.</summary>
    public static readonly Error TooManyModels = new("ValidationError", "A rule names 200 models at most.");

    /// <summary>A group that is not there.</summary>
    public static readonly Error UnknownGroup = new("ValidationError", "A group with a rule does not exist any more. Remove its rule.", GroupsField);

    /// <summary>Two rules for one group.</summary>
    public static readonly Error GroupTwice = new("ValidationError", "A group has one rule at most.", GroupsField);

    /// <summary>More group rules than a policy holds.</summary>
    public static readonly Error TooManyGroupRules = new("ValidationError", "A policy has rules for 20 groups at most.", GroupsField);

    /// <summary>Who must use MFA does not let himself off.</summary>
    public static readonly Error OwnExemption = new("InvalidInput", "You cannot exempt yourself from MFA. Ask another administrator.");

    /// <summary>Field of the models in the rule of a group, or in everybody's.</summary>
    public static string ModelsField(string? group) => group is null ? "Models" : "Models of " + group;

    /// <summary>Root is always asked.</summary>
    public static readonly Error RootExemption = new("InvalidInput", "The root user cannot be exempted from MFA.");
}
