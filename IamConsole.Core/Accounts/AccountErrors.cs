namespace IamConsole.Core.Accounts;

/// <summary>Every refusal of this slice.</summary>
public static class AccountErrors
{
    /// <summary>Not twelve digits.</summary>
    public static readonly Error InvalidId = new("ValidationError", "An account number has exactly 12 digits.", "AccountId");

    /// <summary>The number is taken.</summary>
    public static readonly Error IdTaken = new("EntityAlreadyExists", "An account with this number already exists.", "AccountId");

    /// <summary>The alias has a wrong form.</summary>
    public static readonly Error InvalidAlias = new(
        "ValidationError", "Use 3 to 63 lower-case letters, digits and single hyphens, not 12 digits.", "Alias");

    /// <summary>The alias is taken.</summary>
    public static readonly Error AliasTaken = new("EntityAlreadyExists", "This account alias is already in use.", "Alias");

    /// <summary>The name is missing or too long.</summary>
    public static readonly Error InvalidName = new("ValidationError", "Enter a name of 1 to 50 characters.", "Name");

    /// <summary>Not a country.</summary>
    public static readonly Error InvalidCountry = new("ValidationError", "Choose a country.", "Country");

    /// <summary>Not a partition.</summary>
    public static readonly Error InvalidPartition = new("ValidationError", "Choose aws or aws-us-gov.", "Partition");

    /// <summary>Not an e-mail address.</summary>
    public static readonly Error InvalidEmail = new("ValidationError", "Enter an email address.", "RootEmail");

    /// <summary>Another account's root has this address.</summary>
    public static readonly Error EmailTaken = new(
        "EntityAlreadyExists", "This email address is already the root user of an account.", "RootEmail");

    /// <summary>The first IAM user's name has a wrong form.</summary>
    public static readonly Error InvalidAdministrator = new(
        "ValidationError", "Use 1 to 64 letters, digits and the characters + = , . @ _ -", "AdministratorName");
}
