using IamConsole.Core.TokenStock;

namespace IamConsole.Core.Consignments;

/// <summary>What an importer says of a file beside the file itself.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Batch">What to call the delivery, or null.</param>
/// <param name="Vendor">The vendor of rows that name none, or null.</param>
/// <param name="TokenForm">The form factor of rows that name none, or null.</param>
public sealed record ConsignmentWish(string FileName, string? Batch, string? Vendor, TokenForm? TokenForm)
{
    /// <summary>Characters of a file's name.</summary>
    public const int LongestName = 255;

    /// <summary>Characters of vendor and batch.</summary>
    public const int LongestText = 128;

    /// <summary>Without blanks around; the file's name without folders and cut where it is too long.</summary>
    internal ConsignmentWish Normal()
    {
        var name = new string([.. FileName[(FileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]).Trim();
        if (name.Length > LongestName) name = name[..LongestName];
        return this with { FileName = name.Length == 0 ? "file" : name, Batch = Text(Batch), Vendor = Text(Vendor) };
    }

    /// <summary>Everything that is wrong with what was said, each at its field; null when nothing is.</summary>
    public Error? Check() => Normal().Refuse();

    internal Error? Refuse() =>
        Error.All(IsGood(Vendor) ? null : ConsignmentErrors.BadVendor, IsGood(Batch) ? null : ConsignmentErrors.BadBatch);

    private static bool IsGood(string? text) => text is null || text.Length <= LongestText && !text.Any(char.IsControl);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
