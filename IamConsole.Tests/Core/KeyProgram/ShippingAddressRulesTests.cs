using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.KeyProgram;

public sealed class ShippingAddressRulesTests
{
    private static readonly ShippingAddress Portland =
        new("Maria Sousa", null, "410 Harbour Street", "Unit 7", "Portland", "OR", "97201", "US", "+1 555 0142");

    private static readonly string[] Lines = ["FullName", "Company", "Line1", "Line2", "City", "Region"];

    [Fact]
    public void Good_addresses_are_good_with_blanks_around_them_too()
    {
        Assert.Empty(ShippingAddressRules.Check(Portland, "US"));
        Assert.Empty(ShippingAddressRules.Check(Portland with { PostalCode = " 97201-1234 ", City = " Portland " }, "US"));
        Assert.Empty(ShippingAddressRules.Check(IamScenario.Harbour, "DE"));
        Assert.Empty(ShippingAddressRules.Check(IamScenario.Harbour with { FullName = "山田 太郎 𠮷野", City = "Zürich", PostalCode = null, Company = null }, "DE"));
    }

    [Fact]
    public void An_empty_form_names_every_field_that_is_needed_in_its_order() => Assert.Equal(
        ["FullName", "Phone", "Line1", "City", "Region", "PostalCode"], ShippingAddressRules.Check(ShippingAddress.In("US"), "US").Select(e => e.Field));

    [Theory]
    [InlineData("972")]
    [InlineData("97201-12")]
    [InlineData("9720１")]
    [InlineData("ABCDE")]
    public void A_ZIP_code_has_five_or_nine_digits(string code) =>
        Assert.Equal([KeyProgramErrors.InvalidZip], ShippingAddressRules.Check(Portland with { PostalCode = code }, "US"));

    [Theory]
    [InlineData("2045/7")]
    [InlineData("-20457")]
    [InlineData("1234567890123")]
    public void A_postal_code_elsewhere_has_letters_digits_spaces_and_hyphens(string code) =>
        Assert.Equal([KeyProgramErrors.InvalidPostalCode], ShippingAddressRules.Check(IamScenario.Harbour with { PostalCode = code }, "DE"));

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("call me")]
    [InlineData("+49 40 555 0142 ext 5")]
    [InlineData("1234567890123456")]
    public void A_phone_number_has_5_to_15_digits(string phone) =>
        Assert.Equal([KeyProgramErrors.InvalidPhone], ShippingAddressRules.Check(IamScenario.Harbour with { Phone = phone }, "DE"));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u2028b")]
    [InlineData("a\u202eb")]
    [InlineData("a\u2066b")]
    [InlineData("a\ue000b")]
    public void What_no_label_could_show_is_refused_in_every_line(string text)
    {
        var typed = IamScenario.Harbour with { FullName = text, Company = text, Line1 = text, Line2 = text, City = text, Region = text };

        Assert.Equal(Lines.Select(KeyProgramErrors.NotPrintable), ShippingAddressRules.Check(typed, "DE"));
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.Equal(
        [KeyProgramErrors.NotPrintable("City")], ShippingAddressRules.Check(IamScenario.Harbour with { City = "a" + (char)0xD800 }, "DE"));

    [Fact]
    public void Lengths_are_limited()
    {
        var long71 = new string('x', 71);
        var typed = IamScenario.Harbour with { FullName = long71, Company = long71, Line1 = long71, Line2 = long71, City = long71, Region = long71 };

        Assert.Equal(Lines, ShippingAddressRules.Check(typed, "DE").Select(e => e.Field));
        Assert.Empty(ShippingAddressRules.Check(IamScenario.Harbour with { FullName = new string('x', 70), City = new string('x', 50) }, "DE"));
    }

    [Fact]
    public void Only_the_accounts_country_is_served() =>
        Assert.Equal([KeyProgramErrors.OtherCountry], ShippingAddressRules.Check(IamScenario.Harbour with { Country = "FR" }, "DE"));

    [Fact]
    public void Written_into_a_log_an_address_says_nothing() => Assert.Equal("ShippingAddress", $"{Portland}");
}
