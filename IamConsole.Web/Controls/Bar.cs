namespace IamConsole.Web.Controls;

/// <summary>One bar: values of all series on top of each other.</summary>
/// <param name="Label">Below it.</param>
/// <param name="Values">In the order of the series, from the bottom.</param>
public sealed record Bar(string Label, IReadOnlyList<int> Values);
