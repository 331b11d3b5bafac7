namespace IamConsole.Core.Users;

/// <summary>The cost of an Argon2id hash (RFC 9106); parallelism is 1.</summary>
/// <param name="MemoryKiB">Memory in KiB.</param>
/// <param name="Passes">Passes over it.</param>
public sealed record Argon2Cost(int MemoryKiB, int Passes)
{
    /// <summary>OWASP's first choice: 19 MiB, two passes.</summary>
    public static Argon2Cost Default { get; } = new(19 * 1024, 2);
}
