namespace IamConsole.Core.Notices;

/// <summary>Every refusal of this slice.</summary>
public static class NoticeErrors
{
    /// <summary>No mail of that identifier in this account that could be sent again.</summary>
    public static readonly Error NothingToRetry = new("NoSuchEntity", "This notice is not waiting for another attempt. Refresh the page.");

    /// <summary>The user has no address, or is deleted.</summary>
    public static readonly Error NoAddress = new("InvalidInput", "This user has no e-mail address for notices.");
}
