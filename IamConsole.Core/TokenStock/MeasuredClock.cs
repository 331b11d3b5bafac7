namespace IamConsole.Core.TokenStock;

/// <summary>What an accepted code of a hardware token says of its clock.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="AccountId">The account in which it is used.</param>
/// <param name="PeriodSeconds">Seconds of its time step.</param>
/// <param name="DriftSteps">The drift around which its codes are accepted from now on, in steps.</param>
/// <param name="IsSynchronized">Whether that drift was measured just now, by two codes.</param>
/// <param name="Reading">The reading.</param>
internal sealed record MeasuredClock(
    string TokenId, string AccountId, int PeriodSeconds, int DriftSteps, bool IsSynchronized, ClockReading Reading);
