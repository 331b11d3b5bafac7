using IamConsole.Tests.Core.Persistence;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using Npgsql;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The pages that people see when something is wrong with the installation.</summary>
public sealed class TroubleLooksTests(ChromiumBrowser browser, PostgresServer postgres)
{
    [Fact]
    public async Task The_page_for_a_wrong_address_is_clean_and_nothing_overflows()
    {
        await using var server = new ConsoleServer(new() { ["PublicUrl"] = "https://iam.example.com" });
        await using var window = await browser.OpenAsync(server.Url);

        await window.Page.GotoAsync("/signin");

        await window.Page.GetByText("https://iam.example.com").First.WaitForAsync();
        await Looks.AssertGoodAsync(window.Page, "wrong address");
    }

    [Fact]
    public async Task The_page_while_the_database_is_away_is_clean_and_nothing_overflows()
    {
        var own = new NpgsqlConnectionStringBuilder(await postgres.NewDatabaseAsync(PostgresTestDatabase.MigrateAsync));
        await using var proxy = new CuttingProxy(own.Host!);
        own.Host = proxy.Host;
        await using var org = await Organisation.OpenAsync(new ConsoleServer(new() { ["ConnectionStrings:Postgres"] = own.ToString() }));
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users");
        await maria.SeeAsync("amina.diallo");

        proxy.Close();
        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "User groups" }).ClickAsync();
        await maria.SeeAsync("Try again");
        await Looks.AssertGoodAsync(window.Page, "part away");
        await window.Page.GotoAsync("/users");
        await maria.SeeAsync("Try again");
        await Looks.AssertGoodAsync(window.Page, "page away");
        await window.Page.Context.ClearCookiesAsync();
        await window.Page.GotoAsync("/signin");
        await window.Page.GetByLabel("Account ID (12 digits) or alias").FillAsync(org.Lumen.Alias);
        await window.Page.GetByLabel("IAM user name").FillAsync("amina.diallo");
        await window.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("a long password");
        await maria.PressAsync("Sign in");
        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).First.WaitForAsync();
        await Looks.AssertGoodAsync(window.Page, "sign-in away");
    }
}
