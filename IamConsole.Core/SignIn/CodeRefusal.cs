namespace IamConsole.Core.SignIn;

/// <summary>Why a code was refused after a right password; for staff alone.</summary>
public enum CodeRefusal
{
    /// <summary>None of the user's devices shows it within <see cref="CodeExplanation.Radius"/> steps of now.</summary>
    Unknown,

    /// <summary>It was right, and it or a later one had been used.</summary>
    UsedAlready,

    /// <summary>A device showed it before: typed too late, or the device's clock is slow.</summary>
    Late,

    /// <summary>A device will show it: its clock is fast.</summary>
    Early,

    /// <summary>The code of a device of this user that is suspended.</summary>
    OfSuspendedDevice,

    /// <summary>The code of a device of this user that wrong codes disabled.</summary>
    OfDisabledDevice,

    /// <summary>The code of a device of this user for which too many codes had just been tried.</summary>
    OfLimitedDevice,

    /// <summary>A device shows it with another algorithm, period or number of digits than the console believes.</summary>
    OtherParameters,

    /// <summary>Not compared at all: no device could answer, or too many codes were tried.</summary>
    NotCompared,
}
