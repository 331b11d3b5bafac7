using IamConsole.Core.Accounts;

namespace IamConsole.Core.AccountSettings;

/// <summary>How policies name a model of security key.</summary>
public static class ModelKey
{
    private const int LongestName = 200;
    private const int KeyIdentifierDigits = 40;

    /// <summary>The one form that is compared, or null for what names no model: the AAGUID of nothing but zeros names none.</summary>
    public static string? Normalize(string? text)
    {
        text = text?.Trim().ToLowerInvariant();
        return Guid.TryParse(text, out var aaguid) ? aaguid == Guid.Empty ? null : aaguid.ToString()
            : text is { Length: KeyIdentifierDigits } && text.All(char.IsAsciiHexDigitLower) ? text : null;
    }

    internal static KeyModelName? Normalize(KeyModelName model) => Normalize(model.Key) is not { } key ? null
        : new KeyModelName(key, string.IsNullOrWhiteSpace(model.Name) ? key : model.Name.Trim() is { Length: > LongestName } name ? name[..LongestName] : model.Name.Trim());
}
