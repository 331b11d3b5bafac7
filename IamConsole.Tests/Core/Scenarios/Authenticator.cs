using System.Globalization;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Totp;

namespace IamConsole.Tests.Core.Scenarios;

/// <summary>An authenticator app or hardware token in somebody's hand.</summary>
/// <param name="Secret">What it shares with the server.</param>
/// <param name="Clock">The clock by which the scenario lives.</param>
internal sealed record Authenticator(TotpSecret Secret, TimeProvider Clock)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>How far its own clock runs ahead (negative: behind).</summary>
    public TimeSpan Drift { get; set; }

    /// <summary>The device as the console knows it, once it is assigned.</summary>
    public string DeviceId { get; set; } = "";

    /// <summary>What it shows now, or <paramref name="steps"/> later or earlier.</summary>
    public string Code(int steps = 0) => CodeAt(Clock.GetUtcNow() + Drift + steps * Step);

    /// <summary>A code that it shows nowhere near now.</summary>
    public string WrongCode()
    {
        var near = Enumerable.Range(-5, 11).Select(Code).ToHashSet();
        return Enumerable.Range(0, 100).Select(n => n.ToString("D6", CultureInfo.InvariantCulture)).First(c => !near.Contains(c));
    }

    /// <summary>The code of the last step and the one of now, typed when each was shown.</summary>
    public TwoCodes LastTwoCodes() => Codes(-1, 0);

    /// <summary>Two codes typed when each was shown.</summary>
    public TwoCodes Codes(int first, int second) =>
        new(Code(first), Clock.GetUtcNow() + first * Step, Code(second), Clock.GetUtcNow() + second * Step);

    private string CodeAt(DateTimeOffset time) =>
        new OtpNet.Totp(Secret.Bytes.ToArray()).ComputeTotp(time.UtcDateTime);
}
