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
        builder.AddContent(0, Input(Type, InputMode, "off", null, Class is null ? "input" : $"input {Class}"));
}
