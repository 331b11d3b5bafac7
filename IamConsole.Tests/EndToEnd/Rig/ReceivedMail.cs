namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>A mail as the server took it.</summary>
/// <param name="Recipients">Of the envelope.</param>
/// <param name="Text">Header and body.</param>
public sealed record ReceivedMail(IReadOnlyList<string> Recipients, string Text)
{
    /// <summary>The value of a header, unfolded; null without it.</summary>
    public string? Header(string name) => Text.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
        .TakeWhile(line => line.Length > 0)
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
