using IamConsole.Web.Controls;

namespace IamConsole.Web.Dashboard;

/// <summary>One line of "Security recommendations".</summary>
/// <param name="Kind">Error, warning and information ask for something; success does not.</param>
/// <param name="Title">What is so.</param>
/// <param name="Text">What it means.</param>
/// <param name="Action">The words of its button, if this person can do something about it.</param>
/// <param name="Href">Where the button leads.</param>
public sealed record Recommendation(StatusKind Kind, string Title, string Text, string? Action = null, string? Href = null)
{
    /// <summary>Whether the counter counts it.</summary>
    public bool IsProblem => Kind is not StatusKind.Success;
}
