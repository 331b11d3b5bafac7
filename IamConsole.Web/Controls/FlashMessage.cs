using System.Text.Json.Serialization;

namespace IamConsole.Web.Controls;

/// <summary>The result of an action, shown above the title of the page to which the action leads.</summary>
/// <param name="Kind">Colour, sign and urgency.</param>
/// <param name="Text">What happened, and what to do.</param>
/// <param name="Title">A bold first line.</param>
/// <param name="ActionText">The words of the button, if there is a next step.</param>
/// <param name="ActionHref">Where the button leads.</param>
public sealed record FlashMessage(
    FlashKind Kind,
    string Text,
    string? Title = null,
    string? ActionText = null,
    string? ActionHref = null)
{
    /// <summary>What the button does when it is not a link. Only for messages of the page that is shown: its page must still be there.</summary>
    [JsonIgnore]
    public Func<Task>? OnAction { get; init; }
}
