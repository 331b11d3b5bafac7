namespace IamConsole.Web.Controls;

public enum SkeletonWidth
{
    Narrow,
    Medium,
    Wide,
    Full,
}
