namespace IamConsole.Web.Controls;

public enum StatusKind
{
    Success,
    Warning,
    Error,
    Info,
    Pending,
    InProgress,
    Stopped,

    /// <summary>Grey words without a sign: absent, and no fault.</summary>
    Plain,
}
