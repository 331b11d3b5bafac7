using System.Globalization;

namespace IamConsole.Core.KeyProgram;

/// <summary>Every refusal of this slice.</summary>
public static class KeyProgramErrors
{
    /// <summary>Field of the model.</summary>
    public const string ModelField = "Model";

    /// <summary>Field of the recipient.</summary>
    public const string FullNameField = nameof(ShippingAddress.FullName);

    /// <summary>Field of the company.</summary>
    public const string CompanyField = nameof(ShippingAddress.Company);

    /// <summary>Field of the first line.</summary>
    public const string Line1Field = nameof(ShippingAddress.Line1);

    /// <summary>Field of the second line.</summary>
    public const string Line2Field = nameof(ShippingAddress.Line2);

    /// <summary>Field of the city.</summary>
    public const string CityField = nameof(ShippingAddress.City);

    /// <summary>Field of state or region.</summary>
    public const string RegionField = nameof(ShippingAddress.Region);

    /// <summary>Field of the postal code.</summary>
    public const string PostalCodeField = nameof(ShippingAddress.PostalCode);

    /// <summary>Field of the country.</summary>
    public const string CountryField = nameof(ShippingAddress.Country);

    /// <summary>Field of the telephone number.</summary>
    public const string PhoneField = nameof(ShippingAddress.Phone);

    /// <summary>Field of the terms.</summary>
    public const string TermsField = "Terms";

    /// <summary>Off.</summary>
    public static readonly Error Off = new("ProgramOff", "The security key program is switched off.");

    /// <summary>A condition is not met.</summary>
    public static readonly Error NotEligible = new("NotEligible", "This account is not eligible for a free security key.");

    /// <summary>An order of this account is open.</summary>
    public static readonly Error OrderUnderWay = new("EntityAlreadyExists", "An order of this account is under way.");

    /// <summary>No such order in this account.</summary>
    public static readonly Error NoSuchOrder = new("NoSuchEntity", "The order cannot be found.");

    /// <summary>The operator was faster.</summary>
    public static readonly Error CannotCancel = new("InvalidState", "Only an order that waits for approval can be cancelled.");

    /// <summary>Nothing chosen.</summary>
    public static readonly Error NoModel = new("ValidationError", "Choose a security key.", ModelField);

    /// <summary>Not any more, or for others.</summary>
    public static readonly Error OutOfStock = new("OutOfStock", "This security key is out of stock. Choose another one.", ModelField);

    /// <summary>Not accepted.</summary>
    public static readonly Error TermsNotAccepted = new("ValidationError", "Accept the terms of the program.", TermsField);

    /// <summary>Missing.</summary>
    public static readonly Error NoName = new("ValidationError", "Enter the recipient's name.", FullNameField);

    /// <summary>Missing.</summary>
    public static readonly Error NoLine = new("ValidationError", "Enter street and number.", Line1Field);

    /// <summary>Missing.</summary>
    public static readonly Error NoCity = new("ValidationError", "Enter a city.", CityField);

    /// <summary>Missing or unknown.</summary>
    public static readonly Error NoState = new("ValidationError", "Choose a state.", RegionField);

    /// <summary>Wrong form.</summary>
    public static readonly Error InvalidZip = new("ValidationError", "Enter 5 digits.", PostalCodeField);

    /// <summary>Wrong form.</summary>
    public static readonly Error InvalidPostalCode = new("ValidationError", "Use up to 12 letters, digits, spaces and hyphens.", PostalCodeField);

    /// <summary>Missing or wrong form.</summary>
    public static readonly Error InvalidPhone = new("ValidationError", "Enter a phone number of 5 to 15 digits.", PhoneField);

    /// <summary>Not the account's.</summary>
    public static readonly Error OtherCountry = new("ValidationError", "Keys are sent to the account's country only.", CountryField);

    /// <summary>Operator: neither a number nor an alias.</summary>
    public static readonly Error NoSuchAccount = new("NoSuchEntity", "There is no account with this ID or alias.");

    /// <summary>Operator: no such model.</summary>
    public static readonly Error NoSuchModel = new("NoSuchEntity", "There is no key model with this name.");

    /// <summary>Operator: the model is there.</summary>
    public static readonly Error ModelExists = new("EntityAlreadyExists", "There is a key model with this name. Use \"models stock\" to add keys.");

    /// <summary>Operator: a model's texts or stock.</summary>
    public static readonly Error InvalidModel = new(
        "ValidationError",
        "A key model has a short name of 1 to 32 lower-case letters, digits and hyphens, a name of 1 to 50 characters, a description of at most 120, and a stock of 0 to 1,000,000.");

    /// <summary>Operator: fewer than nothing.</summary>
    public static readonly Error StockTooLow = new("ValidationError", "The stock would be below zero or above 1,000,000.");

    /// <summary>Operator: not a country's code.</summary>
    public static readonly Error InvalidCountry = new("ValidationError", "Countries are named by their ISO 3166-1 alpha-2 codes, for example US.");

    /// <summary>Operator: too short or too long.</summary>
    public static readonly Error InvalidPeriod = new("ValidationError", "The period is 1 to 3,650 days.");

    /// <summary>Operator: a figure's name or value.</summary>
    public static readonly Error InvalidFigure = new("ValidationError", "A figure has a name of 1 to 40 characters and a value from 0.");

    /// <summary>Operator: nothing asks for it.</summary>
    public static readonly Error NoSuchFigure = new("NoSuchEntity", "No rule asks for a figure of this name. Set a minimum for it first.");

    /// <summary>Operator: a reason is needed.</summary>
    public static readonly Error InvalidReason = new("ValidationError", "Give a reason of 1 to 200 characters, without line breaks.");

    /// <summary>Operator: tracking.</summary>
    public static readonly Error InvalidTracking = new(
        "ValidationError", "Give a tracking number of 1 to 64 characters; the link, if any, begins with https:// and has at most 500.");

    /// <summary>Operator: the order is not in the state from which this goes on.</summary>
    public static Error WrongState(string order, KeyOrderState found, KeyOrderState needed) =>
        new("InvalidState", $"Order {order} is {found}, not {needed}. Nothing was changed.");

    /// <summary>Too long.</summary>
    public static Error TooLong(int longest, string field) =>
        new("ValidationError", string.Create(CultureInfo.InvariantCulture, $"Use at most {longest} characters."), field);

    /// <summary>Control characters and the like.</summary>
    public static Error NotPrintable(string field) => new("ValidationError", "Use printable characters only.", field);
}
