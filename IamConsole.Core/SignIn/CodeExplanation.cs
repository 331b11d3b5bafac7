using IamConsole.Core.Totp;

namespace IamConsole.Core.SignIn;

/// <summary>
/// Why a code was refused. Holds nothing of the code. Found by the same work whatever the cause, so that the time of the
/// answer tells nothing: each device is searched whole, at its own clock and with the other parameters of RFC 6238 (section 1.2
/// and 5.2) that tokens are sold with.
/// </summary>
/// <param name="Cause">See <see cref="CodeRefusal"/>.</param>
/// <param name="DeviceId">The device whose code it is, or null.</param>
/// <param name="Steps">How far from now at the device's known clock, in steps of it; negative: late.</param>
/// <param name="Step">The code's time step.</param>
/// <param name="Shown">With <see cref="CodeRefusal.OtherParameters"/>: what the device shows.</param>
public sealed record CodeExplanation(
    CodeRefusal Cause, string? DeviceId = null, int? Steps = null, long? Step = null, TotpProfile? Shown = null)
{
    /// <summary>How many steps to either side of a device's known clock are searched.</summary>
    public const int Radius = 20;

    // What the sign-in itself accepts.
    private const int Window = 1;

    private static readonly TotpProfile[] Profiles =
    [
        .. from algorithm in Enum.GetValues<TotpAlgorithm>()
           from digits in new[] { 6, 8 }
           from period in new[] { 30, 60 }
           select new TotpProfile(algorithm, digits, period),
    ];

    /// <summary>Explains a code that was refused at <paramref name="now"/>; of several causes the likeliest.</summary>
    /// <param name="code">As typed.</param>
    /// <param name="devices">Every code device of the user, whether or not it was compared.</param>
    /// <param name="now">The time of the comparison.</param>
    public static CodeExplanation Of(string? code, IEnumerable<ExplainedDevice> devices, DateTimeOffset now)
    {
        List<CodeExplanation> found = [];
        foreach (var device in devices)
        {
            if (ByClock(code, device, now) is { } byClock) found.Add(byClock);
            if (ByParameters(code, device, now) is { } byParameters) found.Add(byParameters);
        }

        return found.OrderBy(f => Rank(f.Cause)).ThenBy(f => Math.Abs(f.Steps ?? 0)).FirstOrDefault() ?? new CodeExplanation(CodeRefusal.Unknown);
    }

    /// <summary>What the audit trail says of it.</summary>
    internal Dictionary<string, object> ToDetails()
    {
        var details = new Dictionary<string, object> { ["cause"] = Cause.ToString() };
        if (DeviceId is not null) details["device"] = DeviceId;
        if (Steps is { } steps) details["steps"] = steps;
        if (Shown is { } shown) details["shown"] = Describe(shown);
        return details;
    }

    /// <summary>Parameters in words, e.g. "SHA-256, 6 digits, 60 seconds".</summary>
    public static string Describe(TotpProfile profile) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"SHA-{profile.Algorithm.ToString()[3..]}, {profile.Digits} digits, {profile.PeriodSeconds} seconds");

    private static CodeExplanation? ByClock(string? code, ExplainedDevice device, DateTimeOffset now)
    {
        if (!TotpCode.TryParse(code, device.Profile.Digits, out var parsed)) return null;
        var centre = device.Profile.StepAt(now) + device.DriftSteps;
        if (TotpVerifier.MatchNearest(device.Secret, device.Profile, parsed, centre, Radius) is not { } step) return null;
        var steps = (int)(step - centre);
        return new CodeExplanation(CauseOf(device, step, steps), device.Id, steps, step);
    }

    private static CodeRefusal CauseOf(ExplainedDevice device, long step, int steps)
    {
        if (step == device.LastAcceptedStep) return CodeRefusal.UsedAlready;
        if (steps < -Window) return CodeRefusal.Late;
        if (steps > Window) return CodeRefusal.Early;
        return device.Standing switch
        {
            DeviceStanding.Compared => CodeRefusal.UsedAlready,
            DeviceStanding.Limited => CodeRefusal.OfLimitedDevice,
            DeviceStanding.Suspended => CodeRefusal.OfSuspendedDevice,
            DeviceStanding.Disabled => CodeRefusal.OfDisabledDevice,
        };
    }

    private static CodeExplanation? ByParameters(string? code, ExplainedDevice device, DateTimeOffset now)
    {
        CodeExplanation? found = null;
        foreach (var profile in Profiles)
        {
            if (profile == device.Profile || !TotpCode.TryParse(code, profile.Digits, out var parsed)) continue;
            var match = TotpVerifier.MatchNearest(device.Secret, profile, parsed, profile.StepAt(now), Window);
            if (match is not null) found ??= new CodeExplanation(CodeRefusal.OtherParameters, device.Id, Shown: profile);
        }

        return found;
    }

    private static int Rank(CodeRefusal cause) => cause switch
    {
        CodeRefusal.UsedAlready => 0,
        CodeRefusal.OfSuspendedDevice or CodeRefusal.OfDisabledDevice or CodeRefusal.OfLimitedDevice => 1,
        CodeRefusal.Late or CodeRefusal.Early => 2,
        CodeRefusal.OtherParameters => 3,
        CodeRefusal.Unknown or CodeRefusal.NotCompared => 4,
    };
}
