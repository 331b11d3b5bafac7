namespace IamConsole.Web.Controls;

/// <summary>What a <see cref="FormField"/> tells the input inside it.</summary>
/// <param name="Id">The id that the label points to.</param>
/// <param name="DescribedBy">Ids of description, error and constraint, or null.</param>
/// <param name="Invalid">An error is shown.</param>
public sealed record FieldContext(string Id, string? DescribedBy, bool Invalid);
