using System.Globalization;

namespace IamConsole.Web.AccountSettings;

/// <summary>Whole numbers in text fields: what is none is null, and the use case says what is wrong.</summary>
internal static class NumberText
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static int? Read(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
