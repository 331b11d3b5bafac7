namespace IamConsole.Core.KeyProgram;

/// <summary>The program as its operator sees it.</summary>
/// <param name="IsOn">Whether it is switched on.</param>
/// <param name="Countries">ISO 3166-1 alpha-2.</param>
/// <param name="PeriodDays">Days in which an account orders at most once.</param>
/// <param name="Minimums">What figures must be.</param>
/// <param name="Models">Models that are offered.</param>
public sealed record KeyProgramOverview(
    bool IsOn, IReadOnlyList<string> Countries, int PeriodDays, IReadOnlyList<FigureMinimum> Minimums, IReadOnlyList<KeyModel> Models);
