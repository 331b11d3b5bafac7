namespace IamConsole.Web.Shell;

/// <param name="Text">The page's name.</param>
/// <param name="Href">Its address; the last crumb needs none.</param>
public sealed record Crumb(string Text, string? Href = null);
