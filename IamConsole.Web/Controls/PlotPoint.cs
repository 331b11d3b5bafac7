namespace IamConsole.Web.Controls;

/// <summary>A point of a <see cref="PointChart"/>.</summary>
/// <param name="X">Where it stands from left to right, e.g. the number of a day.</param>
/// <param name="Y">How high.</param>
/// <param name="Label">What stands below it and in the table, e.g. "3 Mar".</param>
/// <param name="Words">Its height in words, for the table and the tip.</param>
public sealed record PlotPoint(double X, double Y, string Label, string Words);
