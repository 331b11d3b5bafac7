namespace IamConsole.Web.Controls;

/// <summary>320, 600 and 820 px, never wider than the window.</summary>
public enum DialogWidth
{
    Small,
    Medium,
    Large,
}
