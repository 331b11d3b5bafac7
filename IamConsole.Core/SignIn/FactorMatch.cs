namespace IamConsole.Core.SignIn;

/// <summary>What a comparison found; nothing is accepted before the conditional update says so.</summary>
internal sealed record FactorMatch(FactorOutcome Outcome, string? DeviceId = null, long? Step = null, int? Drift = null)
{
    public string? Reason => Outcome switch
    {
        FactorOutcome.Match => null,
        FactorOutcome.Wrong => "WrongCode",
        FactorOutcome.Reused => "CodeReused",
        FactorOutcome.Limited => "Throttled",
    };
}
