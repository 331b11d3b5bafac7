using Bunit;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace IamConsole.Tests.Web.Controls;

public sealed class TileGroupTests : BunitContext
{
    [Fact]
    public void Is_a_group_of_native_radios_with_one_name()
    {
        var chosen = "virtual";
        RenderFragment tiles = builder =>
        {
            foreach (var kind in (string[])["passkey", "virtual"])
            {
                builder.OpenComponent<Tile<string>>(0);
                builder.AddComponentParameter(1, nameof(Tile<string>.Value), kind);
                builder.AddComponentParameter(2, nameof(Tile<string>.Label), kind);
                builder.CloseComponent();
            }
        };
        var group = Render<TileGroup<string>>(parameters => parameters
            .Add(part => part.Label, "Device options")
            .Bind(part => part.Value, chosen, value => chosen = value)
            .AddChildContent(tiles));

        Assert.Equal("Device options", group.Find("fieldset > legend").TextContent);
        Assert.Single(group.FindAll("input[type=radio]").Select(radio => radio.GetAttribute("name")).Distinct());
        Assert.Single(group.FindAll("input[checked]"));

        group.Find("input[value=passkey]").Change("passkey");
        Assert.Equal("passkey", chosen);
    }
}
