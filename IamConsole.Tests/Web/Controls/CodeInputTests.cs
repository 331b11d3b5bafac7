using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class CodeInputTests : BunitContext
{
    private string? _value;

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData("123 456", "123456")]
    [InlineData(" 123-456\t", "123456")]
    public void Takes_the_spaces_out_of_a_pasted_code(string pasted, string expected)
    {
        var input = RenderInput();

        input.Find("input").Change(pasted);

        Assert.Equal(expected, _value);
    }

    [Fact]
    public void Leaves_what_is_not_a_digit_for_the_validation_to_name()
    {
        var input = RenderInput();

        input.Find("input").Change("12a456");

        Assert.Equal("12a456", _value);
    }

    [Fact]
    public void Asks_for_the_number_pad_and_the_code_from_the_phone()
    {
        var element = RenderInput().Find("input");

        Assert.Equal("numeric", element.GetAttribute("inputmode"));
        Assert.Equal("one-time-code", element.GetAttribute("autocomplete"));
        Assert.Equal("text", element.GetAttribute("type"));
    }

    private IRenderedComponent<CodeInput> RenderInput() =>
        Render<CodeInput>(parameters => parameters.Bind(input => input.Value, _value, value => _value = value));
}
