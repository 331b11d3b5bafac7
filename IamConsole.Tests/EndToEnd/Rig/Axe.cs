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
        // At the edge of the window a control counts as covered: the window is made as tall as the page.
        var window = page.ViewportSize!;
        var tall = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(window.Width, Math.Max(window.Height, tall));
        var result = await page.RunAxe(Options);
        await page.SetViewportSizeAsync(window.Width, window.Height);

        // axe answers with nothing at all, rather than with violations, when it could not look at the page.
        Assert.True(result.Passes.Length > 0, $"{what}: axe checked nothing at {page.Url}.");
        if (result.Violations.Length > 0)
            Assert.Fail($"{what}, {page.Url}:\n{string.Join('\n', result.Violations.SelectMany(Describe))}");
    }

    private static IEnumerable<string> Describe(AxeResultItem rule) => rule.Nodes.Select(node =>
        $"""
        {rule.Id} ({rule.Impact}): {rule.Help}
          {node.Html}
          fix: {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(c => c.Message))}
          {rule.HelpUrl}
        """);
}
