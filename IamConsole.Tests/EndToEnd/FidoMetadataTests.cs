using System.Net;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Operator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>FIDO metadata from the operator's command to the pages.</summary>
public sealed class FidoMetadataTests(ChromiumBrowser browser)
{
    private static readonly string Alpha = TestEntries.Aaguid(1).ToString("D");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_operator_loads_a_file_and_an_administrator_searches_compares_and_finds_who_has_one()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/");
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "FIDO-certified products" }).ClickAsync();
        await maria.SeeAsync("No FIDO metadata are loaded");
        Assert.Equal(0, await LoadAsync(org, 7));
        await ProveAsync(org, Alpha);
        await maria.PressAsync("Refresh");

        await maria.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find products by name or AAGUID" }).FillAsync("alpha");
        await maria.SeeAsync("1 match");
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "Alpha Key" }).ClickAsync();
        await maria.SeeAsync("Certification history");
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "elias.weber" }).WaitForAsync();
        await maria.Page.GoBackAsync();
        await maria.PressAsync("Clear filters");
        await maria.Page.GetByLabel("Select Alpha Key").CheckAsync();
        await maria.Page.GetByLabel("Select Gamma Key").CheckAsync();
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickAsync();
        await maria.SeeAsync("What differs stands in bold");
        await maria.SeeAsync("140-3 Level 2");
    }

    [Fact]
    public async Task The_pages_are_clean_and_nothing_overflows()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/security-key-models");
        await maria.SeeAsync("No FIDO metadata are loaded");
        await Looks.AssertGoodAsync(maria.Page, "nothing loaded");
        Assert.Equal(0, await LoadAsync(org, 7));
        Assert.Equal(0, await LoadAsync(org, 8, "2020-01-01"));
        await ProveAsync(org, Alpha);
        foreach (var (path, sign) in new[]
                 {
                     ("/security-key-models?status=refused&q=Beta", "1 match"), ("/security-key-models?q=nothing", "No product fits"), ("/security-key-models/" + Alpha, "Our users who have one"),
                     ("/security-key-models/" + TestEntries.Aaguid(2), "has revoked this model"), ("/security-key-models/nothing", "There is no product"),
                     ($"/security-key-models/~/compare?keys={Alpha},{TestEntries.Aaguid(3)}", "What differs"), ("/security-key-models/~/compare", "Nothing to compare"),
                 })
        {
            await maria.GoToAsync(path);
            await maria.SeeAsync(sign);
            await Looks.AssertGoodAsync(maria.Page, path);
        }

        await maria.GoToAsync("/security-key-models");
        await maria.SeeAsync("The metadata are out of date");
        await maria.Page.GetByText("Changes against number 7").ClickAsync();
        await maria.Page.GetByLabel("Select Alpha Key").CheckAsync();
        await maria.SeeAsync("Selected: Alpha Key");
        await Looks.AssertGoodAsync(maria.Page, "list");
    }

    [Fact]
    public async Task An_icon_is_sent_as_an_image_to_who_is_signed_in_and_to_nobody_else()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        Assert.Equal(0, await LoadAsync(org, 7));
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = org.Server.Url };
        using var refused = await stranger.GetAsync("/security-key-models/~/icons/" + Alpha, Ct);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        var icon = await maria.Page.GotoAsync("/security-key-models/~/icons/" + Alpha);
        Assert.Equal((200, "image/png", "nosniff"), (icon!.Status, icon.Headers["content-type"], icon.Headers["x-content-type-options"]));
        Assert.Equal(404, (await maria.Page.GotoAsync("/security-key-models/~/icons/nothing"))!.Status);
    }

    [Fact]
    public async Task Commands_refuse_a_wrong_root_an_older_number_and_a_source_that_is_not_configured()
    {
        await using var org = await Organisation.OpenAsync();
        Assert.Equal(0, await RunAsync(org, "status"));
        Assert.Equal(1, await RunAsync(org, "fetch"));
        Assert.Equal(0, await LoadAsync(org, 8));
        Assert.Equal(1, await LoadAsync(org, 7));
        Assert.Equal(0, await RunAsync(org, "status"));
        Assert.Equal(1, await RunAsync(org, "load", Path.Combine(org.Server.DataFolder, "8.jwt")));
        Assert.Equal(1, await RunAsync(org, "load", "missing.jwt"));
        Assert.Equal(8, (await org.Server.Get<ReadMetadata>().RunAsync(Ct))?.Loaded.Number);
    }

    private static async Task<int> LoadAsync(Organisation org, long number, string? nextUpdate = null)
    {
        using var authority = new MetadataAuthority(org.Server.Clock.GetUtcNow());
        using var blob = new TestBlob(authority).Number(number).With(
            TestEntries.Fido2(1, "Alpha Key"), TestEntries.Fido2(2, "Beta Key", TestEntries.Report("FIDO_CERTIFIED_L2", "2020-01-01"), TestEntries.Report("REVOKED", "2021-01-01")),
            TestEntries.Fido2(3, "Gamma Key", TestEntries.Report("FIDO_CERTIFIED_L3", "2020-01-01"), TestEntries.Report("FIPS140_CERTIFIED_L2", "2020-01-01", ("fipsRevision", 3))));
        if (nextUpdate is not null) blob.Payload["nextUpdate"] = nextUpdate;
        if (number > 7) blob.With(TestEntries.Fido2(4, "Delta Key"));
        var (file, root) = (Path.Combine(org.Server.DataFolder, number + ".jwt"), Path.Combine(org.Server.DataFolder, number + ".pem"));
        await File.WriteAllBytesAsync(file, blob.Build(), Ct);
        await File.WriteAllTextAsync(root, authority.Root.ExportCertificatePem(), Ct);
        return await RunAsync(org, "load", file, "--root", root, "--signer", MetadataAuthority.SignerName);
    }

    private static async Task ProveAsync(Organisation org, string modelKey)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(Ct);
        var device = org.Elias.Devices[0].Name;
        Assert.Equal(1, await db.MfaDevices.Where(d => d.Name == device)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.MetadataKey, modelKey).SetProperty(d => d.IsModelProven, true), Ct));
    }

    private static Task<int> RunAsync(Organisation org, params string[] command) =>
        OperatorCommands.RunAsync(["fido-metadata", .. command, "--data", org.Server.DataFolder]);
}
