namespace IamConsole.Core.MfaDevices;

/// <summary>Two codes as typed, with the time at which each was complete.</summary>
/// <param name="First">"MFA code 1".</param>
/// <param name="FirstAt">When code 1 was complete, by our clock.</param>
/// <param name="Second">"MFA code 2".</param>
/// <param name="SecondAt">When code 2 was complete, by our clock.</param>
public sealed record TwoCodes(string? First, DateTimeOffset FirstAt, string? Second, DateTimeOffset SecondAt)
{
    /// <summary>Hides the codes: a record would print them.</summary>
    public override string ToString() => nameof(TwoCodes);
}
