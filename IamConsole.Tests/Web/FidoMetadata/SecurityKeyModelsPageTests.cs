using Bunit;
using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.FidoMetadata;

namespace IamConsole.Tests.Web.FidoMetadata;

public sealed class SecurityKeyModelsPageTests
{
    [Fact]
    public async Task Without_metadata_the_page_says_how_the_operator_loads_them()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<SecurityKeyModelsPage>();
        page.WaitForAssertion(() => Assert.Contains("fido-metadata load FILE", page.Find(".empty-state").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task Models_are_listed_with_levels_and_narrowed_by_the_address()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        using var authority = new MetadataAuthority(iam.Now);
        await using var web = await OpenAsync(iam, authority);
        var page = web.Render<SecurityKeyModelsPage>();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count));
        Assert.Contains("number 7", page.Find(".metadata-banner").TextContent, StringComparison.Ordinal);
        Assert.Equal(ModelAddress.Icon(TestEntries.Aaguid(1).ToString("D")), page.Find("tbody img").GetAttribute("src"));
        Assert.Contains("Revoked", page.FindAll("tbody tr")[2].TextContent, StringComparison.Ordinal);

        page.Find("select[aria-label='FIDO level']").Change("L2");
        Assert.EndsWith("/security-key-models?fido=L2", web.Address, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("Beta", page.Find("tbody a").TextContent));
        Assert.Equal("1 match", page.Find(".filters [role=status]").TextContent);
        Assert.Contains("FIDO level = at least Level 2", page.Find(".filter-token").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_selected_models_can_be_compared_and_one_cannot()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        using var authority = new MetadataAuthority(iam.Now);
        await using var web = await OpenAsync(iam, authority);
        var page = web.Render<SecurityKeyModelsPage>();
        page.WaitForElement("tbody input").Change(true);
        Assert.Contains(page.FindAll("[role=tooltip]"), t => t.TextContent == "Select two to four products");
        page.FindAll("tbody input")[1].Change(true);
        var compare = page.FindAll("a").Single(a => a.TextContent == "Compare").GetAttribute("href")!;
        Assert.Equal(ModelAddress.Compare([TestEntries.Aaguid(1).ToString("D"), TestEntries.Aaguid(2).ToString("D")]), compare);

        web.GoTo(compare);
        var side = web.Render<CompareModelsPage>();
        side.WaitForAssertion(() => Assert.Equal(["Alpha", "Beta"], side.FindAll("thead a").Select(a => a.TextContent)));
        Assert.Contains("differs", side.FindAll("tbody tr").Single(r => r.TextContent.Contains("FIDO certification", StringComparison.Ordinal)).ClassList);
        Assert.DoesNotContain("differs", side.FindAll("tbody tr").Single(r => r.TextContent.Contains("Transports", StringComparison.Ordinal)).ClassList);
    }

    [Fact]
    public async Task Old_metadata_are_warned_of_and_the_difference_is_named()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        using var authority = new MetadataAuthority(iam.Now);
        await LoadAsync(iam, authority);
        (await iam.LoadMetadataAsync(authority, b => b.Number(8).With(
            TestEntries.Fido2(1, "Alpha", TestEntries.Report("FIDO_CERTIFIED_L1", "2020-01-01"), TestEntries.Report("USER_VERIFICATION_BYPASS", "2026-01-01"))))).Ok();
        iam.Clock.Advance(TimeSpan.FromDays(25));
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<SecurityKeyModelsPage>();
        page.WaitForAssertion(() => Assert.Contains("5 days ago", page.Find(".alert").TextContent, StringComparison.Ordinal));
        Assert.Equal("Changes against number 7: 1 compromised, 2 removed", page.Find("summary").TextContent);
        Assert.Contains("User verification bypass", page.Find(".metadata-changes li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_models_page_tells_its_history_what_speaks_against_it_and_who_has_one()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        using var authority = new MetadataAuthority(iam.Now);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await iam.RegisterKeyAsync(root, bob.UserId, "bobs-key", [1]);
        await iam.ProveModelAsync(bob.UserId, TestEntries.Aaguid(3).ToString("D"));
        await LoadAsync(iam, authority);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<SecurityKeyModelPage>(p => p.Add(m => m.ModelKey, TestEntries.Aaguid(3).ToString("D")));

        page.WaitForAssertion(() => Assert.Contains("has revoked this model", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Revoked", "FIDO certified, Level 1"], page.FindAll("[aria-label='Certification history'] tbody .status").Select(s => s.TextContent.Trim()));
        Assert.Equal("/users/bob", page.Find("[aria-label='Our users who have one'] tbody a").GetAttribute("href"));
        var none = web.Render<SecurityKeyModelPage>(p => p.Add(m => m.ModelKey, "nothing"));
        none.WaitForAssertion(() => Assert.Contains("There is no product", none.Find("h2").TextContent, StringComparison.Ordinal));
    }

    private static async Task<SignedInContext> OpenAsync(IamScenario iam, MetadataAuthority authority)
    {
        var (_, root) = await iam.SignedInRootAsync();
        await LoadAsync(iam, authority);
        return await SignedInContext.OfAsync(iam, root);
    }

    private static async Task LoadAsync(IamScenario iam, MetadataAuthority authority) => (await iam.LoadMetadataAsync(authority, b => b.With(
        TestEntries.Fido2(1, "Alpha"), TestEntries.Fido2(2, "Beta", TestEntries.Report("FIDO_CERTIFIED_L2", "2020-01-01")),
        TestEntries.Fido2(3, "Gamma", TestEntries.Report("FIDO_CERTIFIED_L1", "2020-01-01"), TestEntries.Report("REVOKED", "2021-01-01"))))).Ok();
}
