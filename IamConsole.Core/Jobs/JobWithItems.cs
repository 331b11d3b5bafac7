namespace IamConsole.Core.Jobs;

/// <summary>A job and a page of its rows.</summary>
public sealed record JobWithItems(JobView Job, IReadOnlyList<JobItemView> Items);
