using System.Globalization;
using IamConsole.Core.SeedFiles.Xml;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>What the vendor allows (RFC 6030, section 5). A policy that is not understood forbids the use.</summary>
internal static class PskcPolicy
{
    private static readonly string[] Understood = ["StartDate", "ExpiryDate", "KeyUsage", "PINPolicy"];

    // Appended, prepended or mixed in, the PIN would be part of what is typed.
    private static readonly string[] PinsOfTheDevice = ["Local"];

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-ddK", "yyyy-MM-dd HH:mm:ssK",
    ];

    public static SeedRowFault? Fault(XmlPart key)
    {
        // The drafts say the use as attributes.
        if (key.Child("Usage")?.Attribute("OTP") is "false" or "0") return RowFaults.Usage;
        if (key.Child("Policy") is not { } policy) return null;
        if (policy.IsExtended || policy.Children.Any(c => !Understood.Contains(c.Name))) return RowFaults.Policy;
        var usages = policy.Children.Where(c => c.Name == "KeyUsage").Select(c => c.Text).ToList();
        if (usages.Count > 0 && !usages.Contains("OTP")) return RowFaults.Usage;
        return policy.Child("PINPolicy")?.Attribute("PINUsageMode") is { } mode && !PinsOfTheDevice.Contains(mode) ? RowFaults.Pin : null;
    }

    /// <summary>The earliest of the dates that the key and its device bear: the day as written in UTC.</summary>
    public static (DateOnly? Day, SeedRowFault? Fault) Expiry(XmlPart key, XmlPart? device)
    {
        DateOnly? earliest = null;
        string?[] texts = [key.Child("Policy")?.ChildText("ExpiryDate"), key.ChildText("ExpiryDate"), device?.ChildText("ExpiryDate", "Expiry")];
        foreach (var text in texts.OfType<string>())
        {
            var (day, fault) = Day(text);
            if (fault is not null) return (null, fault);
            if (earliest is null || day < earliest) earliest = day;
        }

        return (earliest, null);
    }

    private static (DateOnly? Day, SeedRowFault? Fault) Day(string text)
    {
        if (DateTimeOffset.TryParseExact(
            text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return (DateOnly.FromDateTime(time.UtcDateTime), null);
        var american = DateOnly.TryParseExact(text, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var monthFirst);
        var other = DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dayFirst);
        if (american && other && monthFirst != dayFirst) return (null, RowFaults.AmbiguousDate);
        return american || other ? (american ? monthFirst : dayFirst, null) : (null, RowFaults.Date);
    }
}
