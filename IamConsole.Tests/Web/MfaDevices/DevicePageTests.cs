using Bunit;
using IamConsole.Core.Attestation;
using IamConsole.Core.MfaDevices;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.MfaDevices;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Web.MfaDevices;

/// <summary>The page of one device, and what the table shows of the same key.</summary>
public sealed class DevicePageTests
{
    private static readonly Guid Aaguid = new("2fc0579f-8113-47ea-b116-bb5a8db9202a");

    [Fact]
    public async Task An_unattested_key_shows_no_model_as_a_fact_and_says_why()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var device = await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await iam.ReadAsync(db => db.MfaDevices.ExecuteUpdateAsync(s => s.SetProperty(d => d.Aaguid, Aaguid).SetProperty(d => d.IsBackupEligible, true)
            .SetProperty(d => d.AttestationFormat, "none").SetProperty(d => d.AttestationType, AttestationType.None).SetProperty(d => d.Certifications, """{"FIDO":"L3"}""")));
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = await RenderAsync(web, "alice", device.Id);

        Assert.Contains("Synced passkeys have none", page.Find(".alert").TextContent, StringComparison.Ordinal);
        Assert.Equal("It says that it is Test key", Of(page, "Reported by the passkey"));
        Assert.Equal(Aaguid.ToString(), Of(page, "AAGUID, as stated"));
        Assert.Equal("Its provider may sync it between devices", Of(page, "Kind of passkey"));
        Assert.DoesNotContain("L3", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Certifications at registration", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proven_key_shows_its_certifications_and_what_speaks_against_it_today()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var device = await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await iam.ReadAsync(db => db.MfaDevices.ExecuteUpdateAsync(s => s.SetProperty(d => d.IsModelProven, true).SetProperty(d => d.AttestationFormat, "packed")
            .SetProperty(d => d.AttestationType, AttestationType.Basic).SetProperty(d => d.Certifications, """{"FIDO-FIPS-140-2":"L2","FIDO":"L1"}""")
            .SetProperty(d => d.CloneSuspectedAt, iam.Now).SetProperty(d => d.ModelStatus, "REVOKED")));
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = await RenderAsync(web, "alice", device.Id);
        var section = web.Render<MfaDevicesSection>(p => p.Add(s => s.UserId, alice.UserId).Add(s => s.UserLabel, "alice")
            .Add(s => s.AssignHref, "/x").Add(s => s.DeviceHref, id => "/users/alice/devices/" + id));
        var cell = section.WaitForElement("td[data-label='Certifications']");

        Assert.Equal(["Possibly cloned", "Model revoked"], page.FindAll(".alert-title").Select(a => a.TextContent.Trim()));
        Assert.Equal("Test key", Of(page, "Model"));
        Assert.Equal("FIDO L1FIDO-FIPS-140-2 L2", Of(page, "Certifications at registration"));
        Assert.Equal("1", Of(page, "Signature counter"));
        Assert.Contains("FIDO L1", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("Possibly cloned", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("Model revoked", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains("Test key", cell.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/users/alice/devices/{device.Id}", section.Find("td.device a").GetAttribute("href"));
    }

    [Fact]
    public async Task An_app_shows_its_codes_and_a_device_that_is_gone_is_said_to_be()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = await RenderAsync(web, "alice", alice.App!.DeviceId!);
        var gone = web.Render<DevicePage>(p => p.Add(d => d.UserName, "alice").Add(d => d.DeviceId, "gone"));
        var nobody = web.Render<DevicePage>(p => p.Add(d => d.UserName, "nobody").Add(d => d.DeviceId, "gone"));

        Assert.Equal(("SHA-1", "30 seconds", "Active"), (Of(page, "Algorithm"), Of(page, "Time interval"), Of(page, "State")));
        Assert.DoesNotContain(page.FindAll("h2"), h => h.TextContent == "Use");
        Assert.Equal("There is no such MFA device", gone.WaitForElement(".empty-state h2").TextContent);
        Assert.Equal("There is no such MFA device", nobody.WaitForElement(".empty-state h2").TextContent);
    }

    private static async Task<IRenderedComponent<DevicePage>> RenderAsync(SignedInContext web, string userName, string deviceId)
    {
        var page = web.Render<DevicePage>(p => p.Add(d => d.UserName, userName).Add(d => d.DeviceId, deviceId));
        await page.WaitForElementAsync(".key-value");
        return page;
    }

    private static string Of(IRenderedComponent<DevicePage> page, string key) =>
        page.FindAll(".key-value").Single(k => k.QuerySelector("dt")!.TextContent == key).QuerySelector("dd")!.TextContent.Trim();
}
