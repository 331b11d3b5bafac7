namespace IamConsole.Core.Sessions;

/// <summary>What a session is good for.</summary>
public enum SessionKind
{
    /// <summary>The whole console.</summary>
    Console,

    /// <summary>Only the assignment of a first MFA device, inside a sign-in that cannot go on without one.</summary>
    Enrolment,
}
