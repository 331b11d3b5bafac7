namespace IamConsole.Core.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Nobody works at it yet.</summary>
    Waiting,

    /// <summary>A runner works at it.</summary>
    Running,

    /// <summary>Done; single steps may have been refused.</summary>
    Finished,

    /// <summary>Given up because of an error of ours.</summary>
    Failed,
}
