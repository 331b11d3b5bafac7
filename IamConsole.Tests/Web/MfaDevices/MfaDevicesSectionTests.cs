using Bunit;
using IamConsole.Core.MfaDevices;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.MfaDevices;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Web.MfaDevices;

public sealed class MfaDevicesSectionTests
{
    [Fact]
    public async Task Without_a_device_says_why_one_matters_and_offers_it()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);

        var section = Render(web, alice);

        Assert.Equal("No MFA devices", section.WaitForElement(".empty-title").TextContent);
        Assert.Equal("(0)", section.Find(".counter").TextContent.Trim());
        section.Find(".empty-state button").Click();
        section.WaitForAssertion(() => Assert.EndsWith("/users/alice/assign-mfa", web.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_each_kind_with_its_name_identifier_and_what_is_known_of_it()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await iam.AssignAppAsync(root, alice.UserId, "alice-phone");
        await iam.AssignTokenAsync(root, alice.UserId, "GAHT7", await iam.TokenInStockAsync("aws", "GAHT7"), "fob");
        await using var web = await SignedInContext.OfAsync(iam, root);

        var section = Render(web, alice);

        var rows = section.WaitForElements("tbody tr", 3).Select(r => r.TextContent).ToList();
        Assert.Contains("Passkey or security key", rows[0], StringComparison.Ordinal);
        Assert.Contains("None proven", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Test key", rows[0], StringComparison.Ordinal);
        Assert.Contains("Device-bound · usb, nfc", rows[0], StringComparison.Ordinal);
        Assert.Contains($"arn:aws:iam::{account.Id}:mfa/alice-phone", rows[1], StringComparison.Ordinal);
        Assert.Contains("Never", rows[1], StringComparison.Ordinal);
        Assert.Contains("GAHT7", rows[2], StringComparison.Ordinal);
        Assert.Contains("Not applicable", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buttons_say_why_they_do_not_work_until_a_fitting_device_is_selected()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await iam.AssignAppAsync(root, alice.UserId, "alice-phone");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var section = Render(web, alice);
        section.WaitForElements("tbody tr", 2);

        Assert.Equal("Select a device first", Reason(section, "Remove"));
        Assert.Equal("Select a device first", Reason(section, "Resync"));
        Select(section, "desk-key");
        Assert.Null(Reason(section, "Remove"));
        Assert.Contains("never out of sync", Reason(section, "Resync"), StringComparison.Ordinal);
        Select(section, "alice-phone");
        Assert.Null(Reason(section, "Resync"));
    }

    [Fact]
    public async Task Eight_devices_are_the_limit_and_the_page_says_so()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        for (byte i = 1; i <= 8; i++) await iam.RegisterKeyAsync(root, alice.UserId, $"key-{i}", [i]);
        await using var web = await SignedInContext.OfAsync(iam, root);

        var section = Render(web, alice);

        section.WaitForElements("tbody tr", 8);
        Assert.Equal("(8/8)", section.Find(".counter").TextContent.Trim());
        Assert.Contains("limit of 8 devices", section.Find(".alert").TextContent, StringComparison.Ordinal);
        Assert.Contains("limit of 8 devices", Reason(section, "Assign MFA device"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_disabled_by_guessing_is_shown_as_such_and_cannot_be_synchronized()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var app = await iam.AssignAppAsync(root, alice.UserId, "alice-phone");
        await using (var db = await iam.OpenAsync())
            await db.MfaDevices.Where(d => d.Id == app.DeviceId)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.FailedChecks, MfaLimits.FailuresThatDisable), IamScenario.Ct);
        await using var web = await SignedInContext.OfAsync(iam, root);

        var section = Render(web, alice);

        Assert.StartsWith("Disabled", section.WaitForElement(".status-error").TextContent.Trim(), StringComparison.Ordinal);
        Select(section, "alice-phone");
        Assert.Equal(MfaDeviceErrors.Disabled.Message, Reason(section, "Resync"));
    }

    [Fact]
    public async Task Nobody_types_a_name_before_an_old_proof_is_renewed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var section = Render(web, alice);
        section.WaitForElements("tbody tr", 1);
        Select(section, "desk-key");
        iam.Clock.Advance(TimeSpan.FromMinutes(11));

        Button(section, "Remove").Click();

        section.WaitForAssertion(() => Assert.Contains("/signin/confirm?returnUrl=", web.Address, StringComparison.Ordinal));
        Assert.Empty(section.FindAll("dialog form"));
    }

    [Fact]
    public async Task Devices_that_could_not_be_read_are_not_called_none()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var bob = await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob));
        var counts = new List<int>();

        var section = Render(web, alice, counts.Add);

        Assert.Contains("iam:ListMFADevices", section.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(section.FindAll(".empty-title"));
        Assert.Empty(counts);
    }

    internal static IRenderedComponent<MfaDevicesSection> Render(SignedInContext web, Person user, Action<int>? onCount = null) =>
        web.Render<MfaDevicesSection>(p => p
            .Add(s => s.UserId, user.UserId).Add(s => s.UserLabel, user.Name)
            .Add(s => s.AssignHref, $"/users/{user.Name}/assign-mfa").Add(s => s.DeviceHref, id => $"/users/{user.Name}/devices/{id}").Add(s => s.OnCount, onCount ?? (_ => { })));

    internal static void Select(IRenderedComponent<MfaDevicesSection> section, string device) =>
        section.Find($"input[aria-label='Select {device}']").Change("on");

    internal static AngleSharp.Dom.IElement Button(IRenderedComponent<MfaDevicesSection> section, string text) =>
        section.FindAll(".header-actions button").First(b => b.TextContent.Trim() == text);

    private static string? Reason(IRenderedComponent<MfaDevicesSection> section, string button) =>
        Button(section, button).GetAttribute("aria-describedby") is { } id ? section.Find("#" + id).TextContent : null;
}
