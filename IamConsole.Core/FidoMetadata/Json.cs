using System.Globalization;
using System.Text.Json;

namespace IamConsole.Core.FidoMetadata;

/// <summary>Parts of a JSON text that may be missing, of another kind, or endless.</summary>
internal static class Json
{
    private const int MostItems = 64;

    /// <summary>A text, or null for anything else. A text with half a character is none.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.Text() : null;

    public static string? Text(this JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A text for the screen: without control characters, cut at its length.</summary>
    public static string? Line(this JsonElement element, string name, int longest)
    {
        if (element.Text(name) is not { } text) return null;
        var line = string.Concat(text.Where(c => !char.IsControl(c)).Take(longest)).Trim();
        if (line.Length > 0 && char.IsHighSurrogate(line[^1])) line = line[..^1];
        return line.Length == 0 ? null : line;
    }

    public static long? Number(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray() : [];

    /// <summary>Short words, at most 64; others are passed over.</summary>
    public static List<string> Words(this JsonElement element, string name) =>
        [.. element.Items(name).Take(MostItems).Select(Text).OfType<string>().Where(IsWord)];

    /// <summary>"2023-06-07". False where there is something else; true with null where there is nothing.</summary>
    public static bool TryDate(this JsonElement element, string name, out DateOnly? date)
    {
        date = null;
        if (!element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return true;
        if (value.Text() is not { } text || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        date = day;
        return true;
    }

    public static bool IsWord(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '+');
}
