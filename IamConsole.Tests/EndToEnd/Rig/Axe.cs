using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>WCAG 2.0 to 2.2, A and AA, by axe.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static async Task AssertCleanAsync(IPage page, string what)
    {
        var result = await page.RunAxe(Options);
        var found = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{what}: {v.Id}: {v.Help}: {n.Html}"));
        Assert.Empty(found);
    }
}
