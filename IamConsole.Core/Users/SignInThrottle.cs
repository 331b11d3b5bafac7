namespace IamConsole.Core.Users;

/// <summary>Wrong passwords in the present window, for one name from one address, or for one address.</summary>
public sealed class SignInThrottle
{
    /// <summary>SHA-256 of what is counted: the throttle keeps no names, because people type passwords there.</summary>
    public required string Id { get; init; }

    /// <summary>The five-minute window, counted from the Unix epoch.</summary>
    public long Window { get; set; }

    /// <summary>Wrong passwords in that window.</summary>
    public int Failures { get; set; }
}
