namespace IamConsole.Web.Controls;

/// <param name="Label">The word in the legend.</param>
/// <param name="Value">How many.</param>
/// <param name="Color">One of the chart colours: passkey, hardware, virtual, none, wrong.</param>
public sealed record DonutSlice(string Label, int Value, string Color);
