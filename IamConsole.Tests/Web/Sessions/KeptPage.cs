using AngleSharp.Dom;
using Bunit;
using Bunit.Rendering;
using Microsoft.AspNetCore.Components.Forms;

namespace IamConsole.Tests.Web.Sessions;

/// <summary>A page in one person's window: its fields and buttons by the words on them.</summary>
internal sealed class KeptPage(IRenderedComponent<ContainerFragment> page)
{
    public void WaitUntil(Func<bool> condition) => page.WaitForState(condition, TimeSpan.FromSeconds(10));

    public void Upload(string name, string text) => page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, name));

    /// <summary>The field under these words, once it is there.</summary>
    public IElement Field(string label)
    {
        page.WaitForState(() => Find(label) is not null);
        return Find(label)!;
    }

    public void Type(string label, string text)
    {
        var field = Field(label);
        if (field.HasAttribute("blazor:oninput")) field.Input(text);
        else field.Change(text);
    }

    public string? Typed(string label) => Field(label).GetAttribute("value");

    public IElement Input(string selector) => page.WaitForElement(selector);

    public IElement Row(string row) => page.WaitForElement($"input[aria-label='Select {row}']");

    public void Check(string label) => Box(label).Change(true);

    public IElement Box(string label)
    {
        page.WaitForState(() => page.FindAll("label.check").Any(l => l.TextContent.StartsWith(label, StringComparison.Ordinal)));
        return page.FindAll("label.check").First(l => l.TextContent.StartsWith(label, StringComparison.Ordinal)).QuerySelector("input")!;
    }

    public void Select(string row) => page.WaitForElement($"input[aria-label='Select {row}']").Change("on");

    public void Choose(string text) => Choice(text).Change(true);

    public bool IsChosen(string text) => page.FindAll("label:has(input[type=radio])").Any(l => l.TextContent.Contains(text, StringComparison.Ordinal)) && Choice(text).HasAttribute("checked");

    private IElement Choice(string text) =>
        page.FindAll("label:has(input[type=radio])").First(l => l.TextContent.Contains(text, StringComparison.Ordinal)).QuerySelector("input")!;

    public void Press(string text)
    {
        page.WaitForState(() => Button(text) is not null);
        Button(text)!.Click();
    }

    public Task SubmitAsync(string form = "form.page") => page.WaitForElement(form).SubmitAsync();

    /// <summary>The open dialog with these words in its title.</summary>
    public IElement Dialog(string title)
    {
        page.WaitForState(() => Open(title) is not null);
        return Open(title)!;
    }

    public Task ConfirmAsync(string title) => Dialog(title).QuerySelector("form")!.SubmitAsync();

    /// <summary>What was typed into the open dialog's only field.</summary>
    public string? TypedIn(string title) => Dialog(title).QuerySelector("form input:not([type=radio])")!.GetAttribute("value");

    public void TypeIn(string title, string text) => Dialog(title).QuerySelector("form input:not([type=radio])")!.Input(text);

    public bool IsOpen(string title) => Open(title) is not null;

    private IElement? Open(string title) => page.FindAll("dialog").FirstOrDefault(d => d.QuerySelector("h2")?.TextContent.Contains(title, StringComparison.Ordinal) is true);

    private IElement? Button(string text) => page.FindAll("button").FirstOrDefault(b => b.TextContent.Trim() == text || b.GetAttribute("aria-label") == text);

    private IElement? Find(string label)
    {
        var found = page.FindAll("label.field-label").FirstOrDefault(l => l.TextContent.StartsWith(label, StringComparison.Ordinal));
        return found is null ? null : page.Find("#" + found.GetAttribute("for"));
    }
}
