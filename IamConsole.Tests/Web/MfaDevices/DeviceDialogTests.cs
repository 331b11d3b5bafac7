using Bunit;
using IamConsole.Core.MfaDevices;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.MfaDevices;

namespace IamConsole.Tests.Web.MfaDevices;

public sealed class DeviceDialogTests
{
    [Fact]
    public async Task Renames_and_says_so_and_keeps_the_identifier()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root, alice) = await AliceAsync(iam);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var section = MfaDevicesSectionTests.Render(web, alice);

        section.WaitForElement("button[aria-label='Rename alice-phone']").Click();
        section.WaitForElement("#rename-device input").Input("new-phone");
        await section.Find("#rename-device").SubmitAsync();

        section.WaitForAssertion(() => Assert.Contains("new-phone", section.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains($"arn:aws:iam::{account.Id}:mfa/alice-phone", section.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("new-phone", Assert.Single(web.Flashes).Text, StringComparison.Ordinal);
        Assert.Empty(section.FindAll("dialog form"));
    }

    [Fact]
    public async Task A_name_that_is_taken_stays_in_its_field_with_the_reason()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root, alice) = await AliceAsync(iam);
        await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var section = MfaDevicesSectionTests.Render(web, alice);

        section.WaitForElement("button[aria-label='Rename alice-phone']").Click();
        section.WaitForElement("#rename-device input").Input("DESK-KEY");
        await section.Find("#rename-device").SubmitAsync();

        section.WaitForAssertion(() => Assert.Equal(MfaDeviceErrors.NameTaken.Message, section.Find("#rename-device .field-error").TextContent.Trim()));
        Assert.Equal("DESK-KEY", section.Find("#rename-device input").GetAttribute("value"));
    }

    [Fact]
    public async Task Synchronizes_with_two_codes_typed_when_each_was_shown()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root, alice) = await AliceAsync(iam);
        alice.App!.Drift = TimeSpan.FromHours(3);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var section = OpenResync(web, alice);

        section.FindAll("#resync-device input")[0].Input(alice.App.Code());
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        section.FindAll("#resync-device input")[1].Input(alice.App.Code());
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        await section.Find("#resync-device").SubmitAsync();

        section.WaitForAssertion(() => Assert.Equal("MFA device alice-phone is synchronized.", Assert.Single(web.Flashes).Text));
        Assert.Equal(360, await iam.ReadAsync(db => Task.FromResult(db.MfaDevices.Single().DriftSteps)));
    }

    [Fact]
    public async Task Wrong_codes_are_said_inside_the_dialog_and_stay()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root, alice) = await AliceAsync(iam);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var section = OpenResync(web, alice);

        section.FindAll("#resync-device input")[0].Input("20481");
        section.FindAll("#resync-device input")[1].Input("204815");
        await section.Find("#resync-device").SubmitAsync();
        Assert.Equal(MfaDeviceErrors.Code1NotSixDigits.Message, section.Find("#resync-device .field-error").TextContent.Trim());

        section.FindAll("#resync-device input")[0].Input(alice.App!.Code(1));
        section.FindAll("#resync-device input")[1].Input(alice.App.Code(3));
        await section.Find("#resync-device").SubmitAsync();
        section.WaitForAssertion(() => Assert.NotEmpty(section.FindAll("#resync-device [role=alert], #resync-device .field-error svg")));
        Assert.Equal(alice.App.Code(1), section.FindAll("#resync-device input")[0].GetAttribute("value"));
        Assert.Empty(web.Flashes);
    }

    [Fact]
    public async Task Removes_only_after_the_name_was_typed_and_warns_of_the_last_device()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root, alice) = await AliceAsync(iam);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var section = OpenRemove(web, alice, "alice-phone");

        var dialog = section.Find("dialog form").TextContent;
        Assert.Contains("alice-phone from alice", dialog, StringComparison.Ordinal);
        Assert.Contains("This is the last MFA device", dialog, StringComparison.Ordinal);
        section.Find("dialog form input").Input("alice");
        await section.Find("dialog form").SubmitAsync();
        Assert.Equal(1, await iam.ReadAsync(db => Task.FromResult(db.MfaDevices.Count())));

        section.Find("dialog form input").Input("alice-phone");
        await section.Find("dialog form").SubmitAsync();

        section.WaitForAssertion(() => Assert.Equal("No MFA devices", section.Find(".empty-title").TextContent));
        Assert.Equal("MFA device alice-phone was removed.", Assert.Single(web.Flashes).Text);
        Assert.Equal(0, await iam.ReadAsync(db => Task.FromResult(db.MfaDevices.Count())));
    }

    [Fact]
    public async Task The_only_device_that_resists_phishing_is_missed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root, alice) = await AliceAsync(iam);
        await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await using var web = await SignedInContext.OfAsync(iam, root);

        var section = OpenRemove(web, alice, "desk-key");

        Assert.Contains("resists phishing", section.Find("dialog .alert").TextContent, StringComparison.Ordinal);
    }

    private static async Task<(AccountWithRoot Account, SignedIn Root, Person Alice)> AliceAsync(IamScenario iam)
    {
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        return (account, root, alice with { App = await iam.AssignAppAsync(root, alice.UserId, "alice-phone") });
    }

    private static IRenderedComponent<MfaDevicesSection> OpenResync(SignedInContext web, Person alice)
    {
        var section = Open(web, alice, "alice-phone", "Resync");
        section.WaitForElement("#resync-device");
        return section;
    }

    private static IRenderedComponent<MfaDevicesSection> OpenRemove(SignedInContext web, Person alice, string device)
    {
        var section = Open(web, alice, device, "Remove");
        section.WaitForElement("dialog form");
        return section;
    }

    private static IRenderedComponent<MfaDevicesSection> Open(SignedInContext web, Person alice, string device, string button)
    {
        var section = MfaDevicesSectionTests.Render(web, alice);
        section.WaitForElement("tbody tr");
        MfaDevicesSectionTests.Select(section, device);
        MfaDevicesSectionTests.Button(section, button).Click();
        return section;
    }
}
