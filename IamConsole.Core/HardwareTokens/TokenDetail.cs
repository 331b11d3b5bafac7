using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;

namespace IamConsole.Core.HardwareTokens;

/// <summary>One token with its parameters and history; never its seed.</summary>
/// <param name="Row">As in lists.</param>
/// <param name="Model">The model as the file said, or null.</param>
/// <param name="Batch">The delivery it came with, or null.</param>
/// <param name="Profile">The parameters of its codes.</param>
/// <param name="DriftSteps">Its clock minus ours, in steps: as its device knows it, or as it was when it last came back.</param>
/// <param name="Course">Its clock over time in this account, oldest first, at most <see cref="MostPoints"/> days.</param>
/// <param name="Readings">Days of the last <see cref="ClockForecast.Days"/> on which its clock was read, in whatever account.</param>
/// <param name="Forecast">Where its clock goes, or null with too few readings.</param>
/// <param name="LastUsedAt">The last sign-in with it as the present device, or null.</param>
/// <param name="History">A page of what happened to it in this account or by the operator, newest first.</param>
/// <param name="HistoryBefore">Pass for the next page of the history; null on the last.</param>
/// <param name="Possible">What can be done with it in its state.</param>
/// <param name="CanBeHandedOut">Whether a user can get it.</param>
public sealed record TokenDetail(
    TokenRow Row, string? Model, string? Batch, TotpProfile Profile, int DriftSteps,
    IReadOnlyList<DriftPoint> Course, int Readings, ClockForecast? Forecast, DateTimeOffset? LastUsedAt,
    IReadOnlyList<TokenHistoryRow> History, long? HistoryBefore, IReadOnlyList<TokenAction> Possible, bool CanBeHandedOut)
{
    /// <summary>As many days of its course are shown.</summary>
    public const int MostPoints = 120;
}
