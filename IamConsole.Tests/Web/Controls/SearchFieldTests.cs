using Bunit;
using IamConsole.Web.Controls;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class SearchFieldTests : BunitContext
{
    private readonly List<string?> _told = [];

    public SearchFieldTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void The_same_text_is_told_once_until_the_page_empties_the_field()
    {
        var field = Render<SearchField>(parameters => parameters
            .Add(part => part.Label, "Find users").Add(part => part.Value, null).Add(part => part.ValueChanged, _told.Add));

        field.Find("input").Change("amina");
        field.Render(parameters => parameters.Add(part => part.Value, "amina"));
        field.Find("input").Change("amina");
        Assert.Equal(["amina"], _told);

        field.Render(parameters => parameters.Add(part => part.Value, null));
        field.Find("input").Change("");
        field.Find("input").Change("amina");
        Assert.Equal(["amina", "amina"], _told);
    }
}
