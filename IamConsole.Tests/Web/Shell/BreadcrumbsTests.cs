using Bunit;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.Components.Sections;
using Xunit;

namespace IamConsole.Tests.Web.Shell;

public sealed class BreadcrumbsTests : BunitContext
{
    [Fact]
    public void Begin_at_IAM_and_end_without_a_link()
    {
        var toolbar = Render(builder =>
        {
            builder.OpenComponent<SectionOutlet>(0);
            builder.AddComponentParameter(1, nameof(SectionOutlet.SectionName), Breadcrumbs.Place);
            builder.CloseComponent();
            builder.OpenComponent<Breadcrumbs>(2);
            builder.AddComponentParameter(3, nameof(Breadcrumbs.Trail), (Crumb[])[new("Users", "/users"), new("maria.sousa")]);
            builder.CloseComponent();
        });

        Assert.Equal(["IAM", "Users"], toolbar.FindAll("a").Select(link => link.TextContent));
        Assert.Equal("maria.sousa", toolbar.Find("[aria-current=page]").TextContent);
    }
}
