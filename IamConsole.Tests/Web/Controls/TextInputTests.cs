using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class TextInputTests : BunitContext
{
    [Fact]
    public void Sends_nothing_while_somebody_types()
    {
        var input = Render<TextInput>();

        Assert.Throws<MissingEventHandlerException>(() => input.Find("input").Input("a"));
    }

    [Fact]
    public void Reports_each_key_where_it_is_asked_to()
    {
        string? value = null;
        var input = Render<TextInput>(parameters => parameters
            .Add(part => part.Immediate, true)
            .Bind(part => part.Value, value, changed => value = changed));

        input.Find("input").Input("ma");

        Assert.Equal("ma", value);
    }

    [Fact]
    public void Has_the_value_when_enter_is_pressed()
    {
        string? value = null;
        string? atEnter = null;
        var input = Render<TextInput>(parameters => parameters
            .Bind(part => part.Value, value, changed => value = changed)
            .Add(part => part.OnEnter, () => atEnter = value));

        input.Find("input").Input("maria");
        input.Find("input").KeyDown("Enter");

        Assert.Equal("maria", atEnter);
    }
}
