using IamConsole.Core.Permissions;

namespace IamConsole.Core;

/// <summary>An expected refusal: what a use case answers instead of throwing.</summary>
/// <param name="Code">IAM's error code, e.g. <c>EntityAlreadyExists</c> or <c>InvalidAuthenticationCode</c>.</param>
/// <param name="Message">The text for the screen, in IAM's words.</param>
/// <param name="Field">The form field that the text belongs to, or null for the form as a whole.</param>
public sealed record Error(string Code, string Message, string? Field = null)
{
    /// <summary>The parts of <see cref="Message"/> when a policy refused; otherwise null.</summary>
    public AccessDenial? Denial { get; init; }

    /// <summary>
    /// Whether something that was to prove identity or possession was compared and was wrong: <see cref="Sessions.WrongProofs"/>
    /// counts it.
    /// </summary>
    public bool IsWrongProof { get; init; }

    /// <summary>The same refusal, shown at a field of the form.</summary>
    public Error At(string field) => this with { Field = field };
}
