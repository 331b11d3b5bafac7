namespace IamConsole.Core.SignIn;

/// <summary>The explanation of the last code of a user that was refused after a right password; never the code.</summary>
public sealed class RefusedCode
{
    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Why.</summary>
    public required CodeRefusal Cause { get; set; }

    /// <summary>The device whose code it was, or null.</summary>
    public string? DeviceId { get; set; }

    /// <summary>How far from the device's known clock, in steps of it; negative: late.</summary>
    public int? Steps { get; set; }

    /// <summary>What the device shows where the console believes something else, in words, or null.</summary>
    public string? Shown { get; set; }
}
