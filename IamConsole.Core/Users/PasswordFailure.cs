namespace IamConsole.Core.Users;

/// <summary>Wrong passwords of one second, for one name from one network, or for one network.</summary>
public sealed class PasswordFailure
{
    /// <summary>SHA-256 of what is counted: the throttle keeps no names, because people type passwords there.</summary>
    public required string Id { get; init; }

    /// <summary>The second, counted from the Unix epoch.</summary>
    public long Second { get; init; }

    /// <summary>Wrong passwords in it.</summary>
    public int Failures { get; set; }
}
