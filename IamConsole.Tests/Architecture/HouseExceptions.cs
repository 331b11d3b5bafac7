namespace IamConsole.Tests.Architecture;

/// <summary>All places where a rule of the house does not hold. Each needs a reason that would convince a newcomer.</summary>
internal static class HouseExceptions
{
    public static IReadOnlyList<RuleException> All { get; } = [];
}
