namespace IamConsole.Core.Demo;

/// <summary>Devices that a program can play; a security key takes a person.</summary>
public enum DemoKind
{
    /// <summary>Authenticator app.</summary>
    Virtual,

    /// <summary>Hardware token.</summary>
    Hardware,
}
