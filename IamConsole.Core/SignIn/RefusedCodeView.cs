namespace IamConsole.Core.SignIn;

/// <summary>The last refused code of a user, as staff sees it.</summary>
/// <param name="At">When.</param>
/// <param name="Cause">Why.</param>
/// <param name="DeviceName">The device whose code it was; null when it is none of the user's, or no longer.</param>
/// <param name="Steps">How far from now at the device's known clock, in steps of it; negative: late.</param>
/// <param name="Off">The same as a time, where the device is still there.</param>
/// <param name="Shown">What the device shows where the console believes something else, in words.</param>
/// <param name="Expected">What the console believes.</param>
public sealed record RefusedCodeView(
    DateTimeOffset At, CodeRefusal Cause, string? DeviceName, int? Steps, TimeSpan? Off, string? Shown, string? Expected);
