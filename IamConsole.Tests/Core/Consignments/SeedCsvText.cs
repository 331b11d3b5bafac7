using System.Globalization;
using System.Text;

namespace IamConsole.Tests.Core.Consignments;

/// <summary>Vendors' files as CSV with a header, made for a test.</summary>
internal static class SeedCsvText
{
    public const string Header = "serial number,secret key (hex),manufacturer,model,expires on,partition,type";

    public static string Seed { get; } = new('a', 40);

    public static MemoryStream File(params string[] rows) => new(Encoding.UTF8.GetBytes(Header + "\n" + string.Join('\n', rows) + "\n"));

    public static string Row(
        string serial, string? seed = null, string vendor = "", string model = "", string expires = "", string partition = "", string type = "TOTP") =>
        string.Join(',', serial, seed ?? Seed, vendor, model, expires, partition, type);

    public static string[] Rows(int count) =>
        [.. Enumerable.Range(1, count).Select(i => Row(string.Create(CultureInfo.InvariantCulture, $"HT-{i:D6}"), vendor: "Thales", model: "OTP Token"))];
}
