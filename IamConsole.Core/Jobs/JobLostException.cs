namespace IamConsole.Core.Jobs;

/// <summary>The lease ran out and another runner has the job: this one may write nothing more of it.</summary>
public sealed class JobLostException() : Exception("Another runner has taken this job over.");
