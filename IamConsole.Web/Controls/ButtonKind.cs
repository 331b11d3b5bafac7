namespace IamConsole.Web.Controls;

public enum ButtonKind
{
    Primary,
    Normal,
    Text,
    Icon,
}
