using IamConsole.Core.Groups;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Names as long as they may be, of a letter that is as wide as letters are, without a place to break.</summary>
public sealed class LongNamesTests(ChromiumBrowser browser)
{
    private static readonly string Longest = new('W', 128);
    private static readonly string LongestUser = new('W', 64);

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Names_of_the_greatest_length_overflow_nowhere(int width)
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url, ColorScheme.Light, width);
        await LengthenAsync(org);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        foreach (var path in new[]
                 {
                     "/", "/users", $"/users/{LongestUser}", $"/users/{LongestUser}?tab=permissions", $"/users/{LongestUser}/assign-mfa",
                     $"/users/{LongestUser}/inline-policy", "/groups", $"/groups/{Longest}", $"/groups/{Longest}/inline-policy", "/policies",
                     $"/policies/{Longest}", $"/policies/{Longest}/edit", "/account-settings", "/account-settings/mfa-policy", "/audit-events",
                     "/hardware-tokens", "/credential-report", "/notices", "/policy-simulator", "/security-key-models",
                 })
        {
            await maria.GoToAsync(path);
            await window.Page.Locator("h1").First.WaitForAsync();
            await AssertFitsAsync(window.Page, path, width);
        }

        await maria.GoToAsync($"/users/{LongestUser}");
        await maria.SelectDeviceAsync(Longest);
        await maria.PressAsync("Remove");
        await window.Page.GetByRole(AriaRole.Dialog).First.WaitForAsync();
        await AssertFitsAsync(window.Page, "removal", width);
        await maria.GoToAsync($"/groups/{Longest}");
        await maria.PressAsync("Delete");
        await window.Page.GetByRole(AriaRole.Dialog).First.WaitForAsync();
        await AssertFitsAsync(window.Page, "deletion", width);
    }

    // Behind the use cases: what they allow, in one go.
    private static async Task LengthenAsync(Organisation org)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var chen = await db.Users.SingleAsync(u => u.Name == org.Chen.Name);
        await db.Users.Where(u => u.Id == chen.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.Name, LongestUser).SetProperty(u => u.NormalizedName, LongestUser.ToUpperInvariant()));
        await db.MfaDevices.Where(d => d.UserId == chen.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Name, Longest).SetProperty(d => d.NormalizedName, MfaDeviceName.Normalize(Longest)));
        db.Groups.Add(new UserGroup { Id = "AGPALONGEST", AccountId = chen.AccountId, Name = Longest, NormalizedName = Longest.ToUpperInvariant(), CreatedAt = org.Server.Clock.GetUtcNow() });
        db.GroupMembers.Add(new GroupMember { GroupId = "AGPALONGEST", UserId = chen.Id });
        db.ManagedPolicies.Add(new ManagedPolicy
        {
            Id = "ANPALONGEST",
            AccountId = chen.AccountId,
            Name = Longest,
            NormalizedName = PolicyName.Normalize(Longest),
            Arn = $"arn:aws:iam::{chen.AccountId}:policy/{Longest}",
            Description = Longest,
            Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:DeleteUser","Resource":"*"}]}""",
            CreatedAt = org.Server.Clock.GetUtcNow(),
            UpdatedAt = org.Server.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    // The document, and every cell and dialog whose content is cut off or runs out of it. What scrolls by itself is meant to.
    private static async Task AssertFitsAsync(IPage page, string what, int width)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => [document.documentElement, ...document.querySelectorAll('h1, h2, td, th, dialog[open], .dialog-body, .flash, nav[aria-label="Breadcrumbs"], .container')]
                .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'auto' && getComputedStyle(e).display !== 'inline' && e.clientWidth > 0
                    && !e.classList.contains('visually-hidden'))
                .map(e => `${e.tagName}.${e.className} ${e.scrollWidth} > ${e.clientWidth}: ${e.textContent.trim().slice(0, 30)}`)
            """);
        Assert.True(wide.Length == 0, $"{what} at {width} px: {string.Join(" | ", wide)}");
    }
}
