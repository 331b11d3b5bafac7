using System.Text.Json;

namespace IamConsole.Core.Policies.Language;

/// <summary>A JSON value that knows where it stands.</summary>
/// <param name="Kind">Its type.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Text">A string's text, a number's or truth value's letters.</param>
/// <param name="Members">An object's members in their order.</param>
/// <param name="Items">An array's items.</param>
internal sealed record JsonPart(
    JsonValueKind Kind, TextPosition At, string Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonPart> Items)
{
    public JsonPart? Member(string name) => Members.FirstOrDefault(m => m.Name == name)?.Value;

    /// <summary>The items of an array, or the value itself: policies write one or several alike.</summary>
    public IReadOnlyList<JsonPart> OneOrMany => Kind is JsonValueKind.Array ? Items : [this];
}
