namespace IamConsole.Core.SignIn;

internal enum FactorOutcome
{
    Match,
    Wrong,
    Reused,

    /// <summary>No device has checks left in this window: nothing was compared.</summary>
    Limited,

    /// <summary>Guessing has disabled every code device for good: nothing was compared.</summary>
    Disabled,

    /// <summary>An administrator suspended every code device: nothing was compared.</summary>
    Suspended,
}
