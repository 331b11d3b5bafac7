namespace IamConsole.Web.Sessions;

/// <summary>The chosen rows of a list.</summary>
/// <param name="Ids">Of the page that is shown.</param>
/// <param name="All">Whether those of all pages are meant.</param>
public sealed record KeptSelection(IReadOnlyList<string> Ids, bool All = false) : IKept;
