using System.Globalization;
using IamConsole.Core.SignIn;

namespace IamConsole.Web.Users;

/// <summary>Why a code was refused, in words.</summary>
public static class RefusedCodeText
{
    /// <summary>The cause.</summary>
    public static string Cause(RefusedCodeView code) => code.Cause switch
    {
        CodeRefusal.Unknown => string.Create(CultureInfo.InvariantCulture,
            $"No device of this user shows this code within {CodeExplanation.Radius} steps of now."),
        CodeRefusal.UsedAlready => "The code was right, but it had been used already.",
        CodeRefusal.Late => $"The code was late by {Distance(code)}.",
        CodeRefusal.Early => $"The code was early by {Distance(code)}.",
        CodeRefusal.OfSuspendedDevice => "The code of another device of this user, which is suspended.",
        CodeRefusal.OfDisabledDevice => "The code of another device of this user, which is disabled after too many wrong codes.",
        CodeRefusal.OfLimitedDevice => "The code of another device of this user, for which too many codes had just been tried.",
        CodeRefusal.OtherParameters => code.Expected is null
            ? $"The device shows codes with other parameters: {code.Shown}."
            : $"The device shows codes with {code.Shown}; the console expects {code.Expected}.",
        CodeRefusal.NotCompared => "The code was not compared: no device could answer, or too many codes had been tried.",
    };

    /// <summary>What to do about it.</summary>
    public static string Help(RefusedCodeView code) => code.Cause switch
    {
        CodeRefusal.Unknown => "The code was mistyped, or it is of another account or of a device that is not assigned.",
        CodeRefusal.UsedAlready => "Each code works once. The user waits for the next one.",
        CodeRefusal.Late or CodeRefusal.Early => "If it happens again, resynchronize the device with two consecutive codes.",
        CodeRefusal.OfSuspendedDevice => "Resume the hardware token, or let the user take another device.",
        CodeRefusal.OfDisabledDevice => "Remove the device and assign it again.",
        CodeRefusal.OfLimitedDevice => "The user waits three minutes.",
        CodeRefusal.OtherParameters => "Remove the device. Import or assign it again with the parameters that it has.",
        CodeRefusal.NotCompared => "Look at the states of the devices, or let the user wait three minutes.",
    };

    private static string Distance(RefusedCodeView code)
    {
        var steps = Math.Abs(code.Steps ?? 0);
        var text = string.Create(CultureInfo.InvariantCulture, $"{steps} steps");
        return code.Off is { } off ? string.Create(CultureInfo.InvariantCulture, $"{text} ({off.Duration():m\\:ss} minutes)") : text;
    }
}
