namespace IamConsole.Core.Reports;

/// <summary>
/// Puts an apostrophe before a first cell that a spreadsheet would take for a formula (security test T56). Only the first cell
/// of a row can be one, the user's name: the others are ARNs, times and words of ours. Works across chunks of one file.
/// </summary>
internal sealed class FormulaEscape
{
    private enum Place
    {
        RowStart,
        BehindQuote,
        Elsewhere,
    }

    private Place _place;

    /// <summary>Whether a spreadsheet would take this text for a formula.</summary>
    public static bool IsNeeded(string text) => text.Length > 0 && IsFormula((byte)text[0]);

    public ReadOnlyMemory<byte> Apply(byte[] chunk)
    {
        var result = new MemoryStream(chunk.Length + 64);
        foreach (var b in chunk)
        {
            if (_place is not Place.Elsewhere && IsFormula(b)) result.WriteByte((byte)'\'');
            _place = b is (byte)'\n' ? Place.RowStart : _place is Place.RowStart && b is (byte)'"' ? Place.BehindQuote : Place.Elsewhere;
            result.WriteByte(b);
        }

        return result.GetBuffer().AsMemory(0, (int)result.Length);
    }

    private static bool IsFormula(byte b) => b is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r';
}
