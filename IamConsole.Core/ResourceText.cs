namespace IamConsole.Core;

/// <summary>Texts that are part of the program.</summary>
internal static class ResourceText
{
    public static string Read(string name)
    {
        using var stream = typeof(ResourceText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded text {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
