using Bunit;
using IamConsole.Web.Policies;

namespace IamConsole.Tests.Web.Policies;

public sealed class PolicyEditorTests
{
    private const string Misspelt = "{\r\n  \"Version\": \"2012-10-17\",\r\n  \"Statement\": [{ \"Effect\": \"Denyy\", \"Action\": \"*\", \"Resource\": \"*\" }]\r\n}";

    [Fact]
    public async Task An_error_is_named_with_its_line_and_a_click_puts_the_caret_there()
    {
        await using var web = new BunitContext();
        web.JSInterop.Mode = JSRuntimeMode.Loose;
        var module = web.JSInterop.SetupModule("./Policies/PolicyEditor.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        var editor = web.Render<PolicyEditor>(p => p.Add(e => e.Value, Misspelt));

        Assert.Contains("errors: 1", editor.Find(".policy-count").TextContent, StringComparison.Ordinal);
        var finding = editor.Find(".policy-finding");
        Assert.Contains("Line 3, column", finding.TextContent, StringComparison.Ordinal);
        finding.Click();

        // Positions count the text as the browser has it: one character for each end of a line.
        var call = Assert.Single(module.Invocations, i => i.Identifier == "select");
        var shown = Misspelt.Replace("\r\n", "\n", StringComparison.Ordinal);
        Assert.Equal("\"Denyy\"", shown.Substring((int)call.Arguments[1]!, (int)call.Arguments[2]!));
    }

    [Fact]
    public async Task Findings_follow_the_text()
    {
        await using var web = new BunitContext();
        web.JSInterop.Mode = JSRuntimeMode.Loose;
        string? told = null;
        var editor = web.Render<PolicyEditor>(p => p.Add(e => e.Value, Misspelt).Add(e => e.ValueChanged, text => told = text));

        var mended = Misspelt.Replace("Denyy", "Deny", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        editor.Find("textarea").Change(mended);

        Assert.Contains("errors: 0", editor.Find(".policy-count").TextContent, StringComparison.Ordinal);
        Assert.Equal(mended, told);
    }

    [Fact]
    public async Task Script_in_a_document_is_text()
    {
        await using var web = new BunitContext();
        web.JSInterop.Mode = JSRuntimeMode.Loose;
        const string attack = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"</textarea><script>alert(1)</script>\"}]}";

        var editor = web.Render<PolicyEditor>(p => p.Add(e => e.Value, attack));
        var shown = web.Render<PolicyText>(p => p.Add(t => t.Text, attack));

        Assert.Empty(editor.FindAll("script"));
        Assert.Empty(shown.FindAll("script"));
        Assert.Contains("<script>alert(1)</script>", shown.Find("code").TextContent, StringComparison.Ordinal);
    }
}
