using IamConsole.Web.Users;

namespace IamConsole.Tests.Web.Users;

public sealed class UserAddressTests
{
    [Theory]
    [InlineData("amina.diallo", "/users/amina.diallo")]
    [InlineData("a+b=c@d,e", "/users/a%2Bb%3Dc%40d%2Ce")]
    [InlineData("Create", "/users/~/Create")]
    public void Every_name_has_an_address_that_leads_to_its_own_page(string name, string expected) =>
        Assert.Equal(expected, UserAddress.Of(name));
}
