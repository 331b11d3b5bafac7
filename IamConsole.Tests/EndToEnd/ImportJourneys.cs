using System.Text;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>A vendor's file from the dry run to the stock and out of it again.</summary>
public sealed class ImportJourneys(ChromiumBrowser browser)
{
    private const string Good = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Fact]
    public async Task A_file_with_errors_is_reviewed_imported_and_undone()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/hardware-tokens");
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "Import tokens" }).First.ClickAsync();
        await maria.SeeAsync("Seed file");
        await maria.PressAsync("Next");
        await maria.SeeAsync("Choose the vendor's file.");
        await SendAsync(maria, "notes.txt", "nothing of the kind");
        await maria.SeeAsync("The form of the file is not known");
        await Looks.AssertGoodAsync(window.Page, "first step");

        await SendAsync(maria, "order-17.csv",
            $"upn,serial number,secret key,time interval,manufacturer,model\n,T-1,{Good},30,Thales,OTP Token\n,T-2,{Good},30,Thales,OTP Token\n,T-2,{Good},30,Thales,OTP Token\n,T-3,NOT-BASE-32!,30,Thales,OTP Token\n");
        await maria.SeeAsync("When rows cannot be imported");
        await maria.Page.GetByText("stands in the file before").Filter(new() { Visible = true }).WaitForAsync();
        Assert.DoesNotContain(Good, await maria.Page.ContentAsync(), StringComparison.Ordinal);
        await Looks.AssertGoodAsync(window.Page, "review");
        await maria.Page.GetByRole(AriaRole.Radio, new() { Name = "All or nothing" }).CheckAsync();
        await maria.PressAsync("Import 2 tokens");
        await maria.SeeAsync("2 rows cannot be imported");
        // By keyboard: the message above has just moved everything down.
        await maria.Page.GetByRole(AriaRole.Radio, new() { Name = "Import the good rows" }).PressAsync("Space");
        await maria.PressAsync("Import 2 tokens");
        await maria.SeeAsync("2 of 4 tokens were imported");
        await Looks.AssertGoodAsync(window.Page, "result");

        await maria.PressAsync("Undo import");
        await maria.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Undo import" }).ClickAsync();
        await maria.SeeAsync("This import was undone");
        await maria.GoToAsync("/hardware-tokens?q=T-");
        await maria.SeeAsync("No matches");
    }

    [Fact]
    public async Task What_the_file_does_not_say_is_asked_in_the_first_step_and_the_file_stays_chosen()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/hardware-tokens/~/import");
        await SendAsync(maria, "order-18.csv", "Serial,Secret,Colour,Ziffern\nT-18,ABCDEF234567ABCDEF234567ABCDEF234567ABCD,red,8\n");
        await maria.SeeAsync("Columns that the console does not know");
        await Looks.AssertGoodAsync(window.Page, "questions");
        await maria.PressAsync("Next");
        await maria.SeeAsync("Say of each column");
        await maria.Page.GetByLabel("Colour", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Leave it out" });
        await maria.Page.GetByLabel("Ziffern", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "digits" });
        await maria.PressAsync("Next");
        await maria.SeeAsync("can be read as hexadecimal and as Base32");
        await maria.Page.GetByLabel("Secret keys are written in").SelectOptionAsync(new SelectOptionValue { Label = "Hexadecimal" });
        await maria.PressAsync("Next");
        await maria.Page.GetByRole(AriaRole.Button, new() { Name = "Import 1 token" }).WaitForAsync();
    }

    private static async Task SendAsync(Visitor maria, string name, string content)
    {
        await maria.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(content) });
        await maria.SeeAsync(name);
        await maria.PressAsync("Next");
    }
}
