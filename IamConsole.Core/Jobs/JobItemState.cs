namespace IamConsole.Core.Jobs;

/// <summary>What came of one row of a job.</summary>
public enum JobItemState
{
    /// <summary>Not yet its turn.</summary>
    Pending,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Refused, with a reason.</summary>
    Refused,

    /// <summary>Done as far as it goes; the message says what is missing.</summary>
    InPart,
}
