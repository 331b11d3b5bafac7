namespace IamConsole.Core.Jobs;

/// <summary>A row of a job as pages show it.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Label">What it is about.</param>
/// <param name="State">What came of it.</param>
/// <param name="Message">Why it was refused, or what else there is to say of it; or null.</param>
public sealed record JobItemView(int Number, string Label, JobItemState State, string? Message);
