namespace IamConsole.Web.Controls;

public enum SortDirection
{
    None,
    Ascending,
    Descending,
}
