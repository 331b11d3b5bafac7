namespace IamConsole.Core.Users.Hashing;

/// <summary>How many may wait. A place holds a password of a kilobyte at most.</summary>
/// <param name="SignIns">At sign-in, together.</param>
/// <param name="Sessions">In sessions, together.</param>
/// <param name="Each">Of one network, and for one name.</param>
internal sealed record HashBounds(int SignIns, int Sessions, int Each)
{
    public static HashBounds Default { get; } = new(SignIns: 400, Sessions: 64, Each: 100);
}
