using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.TokenStock;

namespace IamConsole.Core.SignIn;

/// <summary>What a comparison found; nothing is accepted before the conditional update says so.</summary>
/// <param name="Outcome">See <see cref="FactorOutcome"/>.</param>
/// <param name="DeviceId">The device whose code it is.</param>
/// <param name="Step">The code's time step.</param>
/// <param name="Drift">The device's clock, where two codes measured it.</param>
/// <param name="Counted">The devices at which the attempt was counted as a failure.</param>
/// <param name="Clock">What the code says of a hardware token's clock; null for other devices.</param>
/// <param name="Explanation">Why a single code is refused, for staff.</param>
internal sealed record FactorMatch(
    FactorOutcome Outcome, string? DeviceId = null, long? Step = null, int? Drift = null, IReadOnlyList<string>? Counted = null,
    MeasuredClock? Clock = null, CodeExplanation? Explanation = null)
{
    /// <summary>The explanation of a refusal; a code that matched was taken by a quicker request, or was explained before.</summary>
    public CodeExplanation? WhyRefused => Outcome is FactorOutcome.Match && Step is not null && Drift is null
        ? new CodeExplanation(CodeRefusal.UsedAlready, DeviceId, Step: Step) : Explanation;

    /// <summary>Why a key's answer is refused, by name.</summary>
    public Error? KeyRefusal { get; init; }

    /// <summary>When another code may be tried, where the limit has been reached.</summary>
    public DateTimeOffset NextCheck { get; init; }

    /// <summary>Whether a key's signature counter did not rise, whatever the account's policy makes of it.</summary>
    public bool CounterFell { get; init; }

    /// <summary>The person is told of a possible copy of the key; of other refusals the names are for staff.</summary>
    public Error? KeyRefusalForScreen => KeyRefusal == PasskeyErrors.CounterFell ? KeyRefusal : null;

    public string? Reason => Outcome switch
    {
        FactorOutcome.Match => null,
        FactorOutcome.Wrong => KeyRefusal?.Code ?? "WrongCode",
        FactorOutcome.Reused => "CodeReused",
        FactorOutcome.Limited => "Throttled",
        FactorOutcome.Disabled => "DeviceDisabled",
        FactorOutcome.Suspended => "DeviceSuspended",
    };

    /// <summary>Whether anything was compared and so counted.</summary>
    public bool WasCompared => Outcome is not (FactorOutcome.Limited or FactorOutcome.Disabled or FactorOutcome.Suspended);

    /// <summary>The words for the screen.</summary>
    public Error Refusal(Error wrong) => Outcome switch
    {
        FactorOutcome.Limited => MfaDeviceErrors.TooManyChecks(NextCheck),
        FactorOutcome.Disabled => SignInErrors.DeviceDisabled,
        FactorOutcome.Suspended => SignInErrors.DeviceSuspended,
        FactorOutcome.Match or FactorOutcome.Wrong or FactorOutcome.Reused => wrong,
    };
}
