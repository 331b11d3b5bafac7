namespace IamConsole.Core.Users;

/// <summary>A path (IAM API: up to 512 characters, begins and ends with a slash, ASCII 0x21 to 0x7E).</summary>
public static class UserPath
{
    /// <summary>Whether the text is a path.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: >= 1 and <= 512 } && text[0] == '/' && text[^1] == '/' && text.All(c => c is > ' ' and < (char)0x7f);
}
