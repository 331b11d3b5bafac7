namespace IamConsole.Core.SignIn;

/// <summary>What a device had to do with a refused code.</summary>
public enum DeviceStanding
{
    /// <summary>The code was compared with it.</summary>
    Compared,

    /// <summary>It had no checks left in this window.</summary>
    Limited,

    /// <summary>An administrator suspended it.</summary>
    Suspended,

    /// <summary>Guessing has disabled it.</summary>
    Disabled,
}
