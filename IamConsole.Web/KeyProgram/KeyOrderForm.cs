using IamConsole.Core;
using IamConsole.Core.KeyProgram;

namespace IamConsole.Web.KeyProgram;

/// <summary>What is typed into the order form, and which fields are wrong: a field once it was left, all once it was submitted.</summary>
public sealed class KeyOrderForm(string country)
{
    private readonly HashSet<string> _left = [];
    private bool _submitted;

    public string Country { get; } = country;

    public bool IsUs => Country == ShippingAddressRules.UnitedStates;

    public string? ModelId { get; set; }

    public string? FullName { get; set; }

    public string? Company { get; set; }

    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public string? City { get; set; }

    public string? Region { get; set; }

    public string? PostalCode { get; set; }

    public string? Phone { get; set; }

    public bool AcceptsTerms { get; set; }

    public WantedKey Wanted =>
        new(ModelId, new ShippingAddress(FullName, Company, Line1, Line2, City, Region, PostalCode, Country, Phone), AcceptsTerms);

    /// <summary>The first wrong field, in the order of the form; from now on every wrong field shows.</summary>
    public Error? Submit()
    {
        _submitted = true;
        return Wrong().FirstOrDefault();
    }

    public void Leave(string field) => _left.Add(field);

    public string? ErrorAt(string field) =>
        _submitted || _left.Contains(field) ? Wrong().FirstOrDefault(e => e.Field == field)?.Message : null;

    private IEnumerable<Error> Wrong() =>
    [
        .. ShippingAddressRules.Check(Wanted.Address, Country),
        .. AcceptsTerms ? Array.Empty<Error>() : [KeyProgramErrors.TermsNotAccepted],
    ];
}
