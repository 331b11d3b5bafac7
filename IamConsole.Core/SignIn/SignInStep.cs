namespace IamConsole.Core.SignIn;

/// <summary>Where a sign-in stands.</summary>
/// <param name="Next">What is missing.</param>
/// <param name="SessionToken">The session's secret for the cookie, once <see cref="SignInNext.Done"/>.</param>
public sealed record SignInStep(SignInNext Next, string? SessionToken = null)
{
    /// <summary>Hides the token: a record would print it.</summary>
    public override string ToString() => $"{nameof(SignInStep)} {Next}";
}
