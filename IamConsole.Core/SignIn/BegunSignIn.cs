namespace IamConsole.Core.SignIn;

/// <summary>A sign-in whose password was right.</summary>
/// <param name="PendingToken">The pending sign-in's secret for the cookie.</param>
/// <param name="Step">Where it stands.</param>
public sealed record BegunSignIn(string PendingToken, SignInStep Step)
{
    /// <summary>Hides the token: a record would print it.</summary>
    public override string ToString() => nameof(BegunSignIn);
}
