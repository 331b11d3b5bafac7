using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;

namespace IamConsole.Core.Consignments;

/// <summary>A row as pages show it; never its seed.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Line">The line of a text file, the ordinal of the token in XML.</param>
/// <param name="Serial">The serial number, or null.</param>
/// <param name="Verdict">See <see cref="RowVerdict"/>.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Vendor">The maker, or null.</param>
/// <param name="Form">What it looks like, or null.</param>
/// <param name="Algorithm">Hash algorithm; without meaning for rows that were never good.</param>
/// <param name="Digits">Digits of a code; 0 for rows that were never good.</param>
/// <param name="PeriodSeconds">Seconds of a time step.</param>
/// <param name="ExpiresOn">The last day it works, or null.</param>
public sealed record ConsignmentRowView(
    int Number, int Line, string? Serial, RowVerdict Verdict, string? Reason, string? Vendor, TokenForm? Form, TotpAlgorithm Algorithm,
    int Digits, int PeriodSeconds, DateOnly? ExpiresOn);
