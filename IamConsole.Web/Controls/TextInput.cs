using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace IamConsole.Web.Controls;

/// <summary>One line of text.</summary>
public sealed class TextInput : InputBase
{
    [Parameter] public string Type { get; set; } = "text";

    [Parameter] public string? InputMode { get; set; }

    [Parameter] public string? Class { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        builder.AddContent(0, Input(Type, InputMode, "off", null, Class is null ? "input" : $"input {Class}", IsKept));

    // kept.js fills it in again when the page had to be loaded anew. Not what the browser itself knows of a person: addresses.
    private bool IsKept => Type is not ("search" or "tel") && Autocomplete is null or "off";
}
