namespace IamConsole.Core.Reports;

/// <summary>One entry of the original's <c>SummaryMap</c>.</summary>
public sealed record SummaryEntry(string Key, long Value);
