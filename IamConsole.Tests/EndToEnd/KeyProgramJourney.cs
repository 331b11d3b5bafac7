using IamConsole.Core.KeyProgram;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Operator;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The security key program from the operator's switch to the registered key.</summary>
public sealed class KeyProgramJourney(ChromiumBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_ordered_approved_shipped_delivered_and_registered()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var root = await SignedInRootAsync(window, org);
        await root.GoToAsync("/security-keys");
        await root.SeeAsync("The security key program is switched off");
        await org.OpenKeyProgramAsync(spend: 64);
        await root.GoToAsync("/security-keys");
        await root.Page.GetByRole(AriaRole.Link, new() { Name = "Order security key" }).First.ClickAsync();
        await root.SeeAsync("This account is not eligible yet");
        await root.SeeAsync("64, recorded on");

        Assert.True((await org.Server.Get<RecordFigure>().RunAsync("lumen-labs", "Spend", 212, Ct)).Succeeded);
        await root.PressAsync("Check again");
        await root.SeeAsync("This account is eligible for one free security key");
        await root.Page.GetByRole(AriaRole.Radio, new() { Name = "USB-A with NFC" }).CheckAsync();
        await root.FillAddressAsync("972");
        await root.PressAsync("Place order");
        await root.SeeAsync("Enter 5 digits.");
        await Assertions.Expect(root.Page.GetByLabel("ZIP code")).ToBeFocusedAsync();
        await root.Page.GetByLabel("ZIP code").FillAsync("97201");
        await root.PressAsync("Place order");
        await root.SeeAsync("Order SK-2026-0001 placed");
        await root.SeeAsync("Waiting for approval");

        Assert.True((await org.Server.Get<ApproveKeyOrder>().RunAsync("SK-2026-0001", Ct)).Succeeded);
        Assert.Equal("410 Harbour Street", (await org.Server.Get<ReadKeyOrder>().RunAsync("1", Ct)).Value!.Address!.Line1);
        Assert.True((await org.Server.Get<ShipKeyOrder>().RunAsync("1", "PX 884 201 553", null, null, Ct)).Succeeded);
        await root.PressAsync("Refresh");
        await root.SeeAsync("PX 884 201 553");
        Assert.True((await org.Server.Get<DeliverKeyOrder>().RunAsync("1", Ct)).Succeeded);
        await root.PressAsync("Refresh");

        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        await root.Page.GetByRole(AriaRole.Link, new() { Name = "Register security key" }).ClickAsync();
        await root.ChooseDeviceAsync("free-key", "Passkey or security key");
        await root.SeeAsync("The key answered");
        await root.PressAsync("Add MFA");
        await root.SeeAsync("MFA device assigned");
        await root.GoToAsync("/security-keys");
        await root.SeeAsync("Delivered");
        Assert.Equal(0, await root.Page.GetByText("Register the key").CountAsync());
    }

    [Fact]
    public async Task The_operator_does_all_of_it_by_commands()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        foreach (var command in new[]
                 {
                     "rules --country US --minimum-spend 100 --minimum Seats=3 --period-days 365", "rules --drop-minimum Seats", "models add usb-c --name USB-C --stock 2",
                     "models stock usb-c -1", "figure --account lumen-labs --spend 212", "on", "models",
                 })
            Assert.Equal((command, 0), (command, await RunAsync(org, command)));
        var root = await SignedInRootAsync(window, org);
        await root.GoToAsync("/security-keys/order");
        await root.FillAddressAsync("97201");
        await root.PressAsync("Place order");
        await root.SeeAsync("Order SK-2026-0001 placed");

        foreach (var (command, code) in new[]
                 {
                     ("orders", 0), ("show 1", 0), ("deliver 1", 1), ("approve SK-2026-0001", 0), ("reject 1 --reason late", 1), ("ship 1 --tracking PX1 --expected 2026-12-01", 0),
                     ("deliver 1", 0), ("orders --all", 0), ("figure --account lumen-labs", 1), ("rules --minimum Seats", 1), ("models remove usb-c", 0), ("off", 0),
                 })
            Assert.Equal((command, code), (command, await RunAsync(org, command)));
        await root.PressAsync("Refresh");
        await root.SeeAsync("Register the key");
        await root.SeeAsync("The security key program is switched off");
    }

    [Fact]
    public async Task An_address_is_in_no_line_of_the_log_from_information_up()
    {
        using var log = new LogRecord();
        await using (var org = await Organisation.OpenAsync(new ConsoleServer(log: log)))
        {
            await using var window = await browser.OpenAsync(org.Server.Url);
            await org.OpenKeyProgramAsync(spend: 212);
            var root = await SignedInRootAsync(window, org);
            await root.GoToAsync("/security-keys/order");
            await root.FillAddressAsync("97201");
            await root.PressAsync("Place order");
            await root.SeeAsync("Order SK-2026-0001 placed");
            Assert.True((await org.Server.Get<ReadKeyOrder>().RunAsync("1", Ct)).Succeeded);
        }

        // Below that the hub's own debug lines repeat whatever a browser sends; as released they are off.
        var kept = log.Lines.Where(l => !l.StartsWith("Debug:", StringComparison.Ordinal) && !l.StartsWith("Trace:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(kept);
        foreach (var part in new[] { "Maria Sousa", "Harbour Street", "Portland", "97201", "555 0142" })
            Assert.DoesNotContain(kept, line => line.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<Visitor> SignedInRootAsync(BrowserPage window, Organisation org)
    {
        var root = new Visitor(window, org);
        await root.SignInAsync(org.Root);
        await root.PressAsync("Remind me later");
        await root.SeeConsoleAsync();
        return root;
    }

    private static Task<int> RunAsync(Organisation org, string command) =>
        OperatorCommands.RunAsync(["key-program", .. command.Split(' '), "--data", org.Server.DataFolder]);
}
