using Microsoft.AspNetCore.Components.Rendering;

namespace IamConsole.Web.Controls;

/// <summary>
/// A six-digit code. The field takes more than six characters, because apps copy codes as "123 456":
/// a shorter one would cut the last digit off before the space is removed.
/// </summary>
public sealed class CodeInput : InputBase
{
    private const int RoomForSpaces = 16;

    protected override string? Clean(string? value) =>
        value is null ? null : string.Concat(value.Where(character => !char.IsWhiteSpace(character) && character != '-'));

    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        builder.AddContent(0, Input("text", "numeric", "one-time-code", RoomForSpaces, "input input-code"));
}
