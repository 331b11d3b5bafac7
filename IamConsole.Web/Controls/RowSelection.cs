namespace IamConsole.Web.Controls;

public enum RowSelection
{
    None,
    One,
    Many,
}
