namespace IamConsole.Core.KeyProgram;

/// <summary>The name of a figure.</summary>
internal static class FigureName
{
    /// <summary>1 to 40 printable characters without blanks around them.</summary>
    public static bool IsValid(string name) => name is { Length: >= 1 and <= 40 } && name == name.Trim() && !name.Any(char.IsControl);

    /// <summary>One figure has one spelling: that of its rule.</summary>
    public static FigureMinimum? In(IEnumerable<FigureMinimum> rules, string name) =>
        rules.FirstOrDefault(r => r.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}
