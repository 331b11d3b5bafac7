namespace IamConsole.Core.Accounts;

/// <summary>Hardware tokens that an account can use, each counted up to <see cref="MostCounted"/> and one.</summary>
/// <param name="InStock">Tokens of the partition that nobody has.</param>
/// <param name="ExpireSoon">Tokens of the account's users, and tokens in stock, that expire within <see cref="Soon"/>.</param>
/// <param name="LongUnassigned">Tokens in stock that were imported longer ago than <see cref="Idle"/>.</param>
public sealed record TokenFigures(int InStock, int ExpireSoon, int LongUnassigned)
{
    /// <summary>Beyond this many, the figure is "more than".</summary>
    public const int MostCounted = 10_000;

    /// <summary>Time enough to replace a token.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(90);

    /// <summary>Time enough to have given it to somebody.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(180);
}
