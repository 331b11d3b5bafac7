namespace IamConsole.Core.KeyProgram;

/// <summary>The one row of rules by which the operator gives security keys away. Off until the operator switches it on.</summary>
public sealed class KeyProgramRules
{
    /// <summary>The identifier of the only row.</summary>
    public const int TheOnly = 1;

    /// <summary>Always <see cref="TheOnly"/>.</summary>
    public int Id { get; init; } = TheOnly;

    /// <summary>Whether keys can be ordered.</summary>
    public bool IsOn { get; set; }

    /// <summary>ISO 3166-1 alpha-2 codes of the countries to which keys are sent, with a space between; none at first.</summary>
    public string Countries { get; set; } = "";

    /// <summary>Days in which an account orders at most once, 1 to 3,650.</summary>
    public int PeriodDays { get; set; } = 365;

    /// <summary>The number of the newest order of the installation.</summary>
    public long LastNumber { get; set; }

    /// <summary>Whether keys are sent to the country of this code.</summary>
    public bool Serves(string country) => CountryCodes().Contains(country);

    /// <summary>The codes one by one.</summary>
    public IReadOnlyList<string> CountryCodes() => Countries.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
