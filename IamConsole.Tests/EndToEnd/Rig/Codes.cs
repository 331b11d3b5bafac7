using OtpNet;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>A phone or token in somebody's hand: shows codes by the server's clock.</summary>
public sealed class Codes(TestClock clock, string base32)
{
    private readonly Totp _totp = new(Base32Encoding.ToBytes(base32));

    /// <summary>The code shown now, or some steps later or earlier.</summary>
    public string Now(int steps = 0) => _totp.ComputeTotp(clock.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    /// <summary>Stops the server's calendar: a code that is typed into a slow page does not grow old on the way.</summary>
    public void Hold() => clock.Freeze();

    /// <summary>Waits for the next code, by moving the server's clock.</summary>
    public string Next()
    {
        clock.Advance(TimeSpan.FromSeconds(30));
        return Now();
    }
}
