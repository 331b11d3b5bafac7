namespace IamConsole.Core.Jobs;

/// <summary>Every refusal of this slice.</summary>
public static class JobErrors
{
    /// <summary>No job of that identifier in this account.</summary>
    public static readonly Error NoSuchJob = new("NoSuchEntity", "This background work cannot be found. It is kept for 30 days.");
}
