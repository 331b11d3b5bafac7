using System.Text.RegularExpressions;

namespace IamConsole.Core.MfaDevices;

/// <summary>A device's friendly name: 1 to 128 of letters, digits and <c>+=,.@-_</c>, unique in the account without regard to case.</summary>
public static partial class MfaDeviceName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>Whether the text may be a name.</summary>
    public static bool IsValid(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>The one form that is compared.</summary>
    public static string Normalize(string name) => name.ToUpperInvariant();

    /// <summary>A name made of another text, e.g. a serial number: what no name may contain becomes a hyphen.</summary>
    public static string From(string text)
    {
        var name = NotAllowed().Replace(text, "-");
        return name.Length is 0 ? "-" : name[..Math.Min(name.Length, MaxLength)];
    }

    [GeneratedRegex("[^A-Za-z0-9+=,.@_-]", RegexOptions.CultureInvariant)]
    private static partial Regex NotAllowed();

    [GeneratedRegex(@"\A[A-Za-z0-9+=,.@_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
