namespace IamConsole.Web.Controls;

public enum FlashKind
{
    Success,
    Info,
    Warning,
    Error,
    InProgress,
}
