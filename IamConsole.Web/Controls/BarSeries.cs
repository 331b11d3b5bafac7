namespace IamConsole.Web.Controls;

/// <summary>One kind of thing that a bar chart counts.</summary>
/// <param name="Label">Its name in legend and table.</param>
/// <param name="Color">The end of its <c>chart-…</c> class.</param>
public sealed record BarSeries(string Label, string Color);
