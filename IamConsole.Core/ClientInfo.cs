namespace IamConsole.Core;

/// <summary>Where a request came from, for the audit trail and the throttle.</summary>
/// <param name="Address">The peer's address, forwarded only by a listed proxy.</param>
/// <param name="UserAgent">What the browser calls itself.</param>
/// <param name="RequestId">The request's or circuit's identifier.</param>
public sealed record ClientInfo(string? Address, string? UserAgent, string? RequestId)
{
    /// <summary>A command on the server.</summary>
    public static ClientInfo Operator { get; } = new(null, null, null);
}
