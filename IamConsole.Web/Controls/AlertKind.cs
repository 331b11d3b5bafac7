namespace IamConsole.Web.Controls;

public enum AlertKind
{
    Info,
    Success,
    Warning,
    Error,
}
