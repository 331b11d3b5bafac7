namespace IamConsole.Core.Jobs;

/// <summary>Every refusal of this slice.</summary>
public static class JobErrors
{
    /// <summary>No job of that identifier in this account.</summary>
    public static readonly Error NoSuchJob = new("NoSuchEntity", "This background work cannot be found. It is kept for 30 days.");

    /// <summary>Given up because of a fault in the console.</summary>
    public static readonly Error OurFault = new("InternalFailure", "A fault of the console stopped this work. Its administrator finds the cause in the log.");

    /// <summary>Given up because the database did not come back.</summary>
    public static readonly Error DatabaseAway = new("ServiceUnavailable", "The database was busy or out of reach, again and again, so this work was given up.");

    /// <summary>Given up because servers died of it, or something ends them again and again.</summary>
    public static readonly Error CutOffTooOften = new("InternalFailure", "The server was ended again and again during this work, so it was given up.");
}
