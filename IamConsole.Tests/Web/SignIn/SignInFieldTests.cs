using Bunit;
using IamConsole.Web.SignIn;
using Xunit;

namespace IamConsole.Tests.Web.SignIn;

public sealed class SignInFieldTests : BunitContext
{
    [Fact]
    public void An_error_marks_the_input_takes_the_focus_and_leaves_the_constraint()
    {
        var field = Render<SignInField>(p => p.Add(f => f.Label, "MFA code").Add(f => f.Name, "Input.Code")
            .Add(f => f.Constraint, "6 digits.").Add(f => f.Error, "Enter exactly 6 digits."));
        var input = field.Find("input");

        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.True(input.HasAttribute("autofocus"));
        Assert.Equal(
            ["Enter exactly 6 digits.", "6 digits."],
            input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find($"#{id}").TextContent));
    }

    [Fact]
    public void A_code_brings_up_the_number_pad_and_the_browser_offers_the_code()
    {
        var input = Render<SignInField>(p => p.Add(f => f.Label, "MFA code").Add(f => f.Name, "Input.Code")
            .Add(f => f.Digits, true).Add(f => f.Autocomplete, "one-time-code")).Find("input");

        Assert.Equal("numeric", input.GetAttribute("inputmode"));
        Assert.Equal("one-time-code", input.GetAttribute("autocomplete"));
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void A_choice_with_an_error_is_described_by_error_and_constraint()
    {
        var select = Render<SignInSelect>(p => p.Add(f => f.Label, "Country").Add(f => f.Name, "Input.Country")
            .Add(f => f.Constraint, "Where the account is.").Add(f => f.Error, "Choose a country.")).Find("select");

        Assert.Equal("input-country-error input-country-constraint", select.GetAttribute("aria-describedby"));
        Assert.True(select.HasAttribute("autofocus"));
    }
}
