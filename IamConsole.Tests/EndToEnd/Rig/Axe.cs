using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>
/// WCAG 2.0 to 2.2, A and AA, by axe. Its script is run in the page itself: the product has no frames, and the package's
/// way of collecting their results takes ten times as long.
/// </summary>
internal static class Axe
{
    // Between the themes only colours differ.
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];
    private static readonly string[] Everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run =
        """
        runOnly => axe.run(document, { runOnly, resultTypes: ['violations'] }).then(result => ({
          passes: result.passes.length,
          faults: result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.impact}): ${rule.help}
          ${node.html}
          fix: ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')}
          ${rule.helpUrl}`)),
        }))
        """;

    public static async Task AssertCleanAsync(IPage page, string what, bool coloursAlone = false)
    {
        // At the edge of the window a control counts as covered: the window is made as tall as the page.
        var window = page.ViewportSize!;
        var tall = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(window.Width, Math.Max(window.Height, tall));
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script);
        var result = await page.EvaluateAsync<JsonElement>(Run, coloursAlone ? Colours : Everything);
        await page.SetViewportSizeAsync(window.Width, window.Height);

        // axe answers with nothing at all, rather than with violations, when it could not look at the page.
        Assert.True(result.GetProperty("passes").GetInt32() > 0, $"{what}: axe checked nothing at {page.Url}.");
        var faults = result.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()).ToList();
        if (faults.Count > 0) Assert.Fail($"{what}, {page.Url}:\n{string.Join('\n', faults)}");
    }
}
